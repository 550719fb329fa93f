extension CodeGrammar {
  /// The grammar of a code block's language, by the names that notes use for it.
  static func named(_ language: String) -> CodeGrammar? {
    switch language {
    case "python", "py", "python3", "pycon": python
    case "swift": swift
    case "sh", "bash", "shell", "zsh", "console": shell
    case "json", "jsonl", "json5": json
    case "c", "cpp", "c++", "h", "hpp", "cuda", "objc": c
    case "js", "javascript", "ts", "typescript", "java", "rust", "rs", "go", "kotlin": braces
    default: nil
    }
  }

  private static var python: CodeGrammar {
    CodeGrammar(
      keywords: words(
        """
        False None True and as assert async await break case class continue def del elif else except finally for from \
        global if import in is lambda match nonlocal not or pass raise return try while with yield
        """),
      builtins: words(
        """
        abs all any bool bytes callable dict dir enumerate filter float format frozenset getattr hasattr hash id input int \
        isinstance issubclass iter len list map max min next object open ord pow print property range repr reversed round \
        self set setattr slice sorted staticmethod classmethod str sum super tuple type vars zip
        """),
      definers: ["def", "class"], lineComment: mark("#"), quotes: ["\"", "'"].map(mark),
      longQuotes: ["\"\"\"", "'''"].map(mark))
  }

  private static var swift: CodeGrammar {
    CodeGrammar(
      keywords: words(
        """
        actor any as associatedtype async await break case catch class continue default defer deinit do else enum extension \
        fallthrough false fileprivate final for func get guard if import in indirect init inout internal is isolated lazy \
        let mutating nil nonisolated open operator override package private protocol public repeat return self Self set \
        some static struct subscript super switch throw throws true try typealias var where while
        """),
      builtins: words("Array Bool Character Dictionary Double Float Int Optional Range Set String UInt8 Void print"),
      definers: ["func", "class", "struct", "enum", "protocol", "actor", "typealias", "extension"],
      lineComment: mark("//"),
      blockComment: (mark("/*"), mark("*/")), quotes: ["\""].map(mark), longQuotes: ["\"\"\""].map(mark))
  }

  private static var shell: CodeGrammar {
    CodeGrammar(
      keywords: words(
        "if then else elif fi for while until do done case esac in function return local export set unset exit trap"),
      builtins: words(
        "alias awk cat cd chmod cp curl cut echo eval exec find git grep head ls make mkdir mlnotes mv pip printf pwd python python3 read rm sed sort source sudo swift tail tar test touch tr uniq wc xargs"
      ),
      definers: ["function"], lineComment: mark("#"), quotes: ["\"", "'", "`"].map(mark), isShell: true)
  }

  private static var json: CodeGrammar {
    CodeGrammar(keywords: ["true", "false", "null"], quotes: ["\""].map(mark), hasKeys: true)
  }

  private static var c: CodeGrammar {
    CodeGrammar(
      keywords: words(
        """
        #include #define #if #ifdef #ifndef #else #endif #pragma alignas auto break case catch class const constexpr \
        continue default delete do else enum explicit extern false for friend goto if inline mutable namespace new \
        noexcept nullptr operator private protected public register restrict return sizeof static static_assert struct \
        switch template this throw true try typedef typename union using virtual volatile while
        """),
      builtins: words(
        """
        bool char double float int int16_t int32_t int64_t int8_t long short signed size_t ssize_t uint16_t uint32_t \
        uint64_t uint8_t unsigned void NULL printf malloc free memcpy memset strlen
        """),
      definers: ["struct", "class", "enum", "union", "namespace"], lineComment: mark("//"),
      blockComment: (mark("/*"), mark("*/")),
      quotes: ["\"", "'"].map(mark), hasDirectives: true)
  }

  private static var braces: CodeGrammar {
    CodeGrammar(
      keywords: words(
        """
        abstract as async await break case catch class const continue default defer delete do else enum export extends false \
        final finally fn for func function go if impl implements import in instanceof interface let loop match mod mut new \
        nil null package private protected pub public return self static struct super switch this throw trait true try \
        type typeof undefined use val var void where while yield
        """),
      builtins: words("bool boolean byte char double f32 f64 float i32 i64 int long number string String u8 usize Vec"),
      definers: ["fn", "func", "function", "class", "struct", "enum", "trait", "interface", "type"],
      lineComment: mark("//"),
      blockComment: (mark("/*"), mark("*/")), quotes: ["\"", "'"].map(mark), longQuotes: ["`"].map(mark))
  }

  private static func mark(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
