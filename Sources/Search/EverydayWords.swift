/// What a learner says who does not know the term: everyday words, and the words of the notes that they may stand for.
enum EverydayWords {
  /// What the notes may call a run of words or characters, by its stems without spaces.
  static func terms(for key: ContiguousArray<UInt8>) -> [String] {
    let start = start(key)
    var terms: [String] = []
    for (i, own) in starts.enumerated() where own == start {
      let (said, meant) = said(i)
      if NameKey(Lexer(said)).stemmed.elementsEqual(key) { terms += meant }
    }
    return terms
  }

  /// Whether a word is one of them, in any of its forms.
  static func contain(_ word: [UInt8]) -> Bool { !terms(for: ContiguousArray(Stem.of(word))).isEmpty }

  private typealias Row = (said: [String], meant: [String])

  private static let rows: [Row] = english + chinese

  /// How all that is said starts: nearly all is ruled out before any is stemmed. To look through these takes less than
  /// to put them in order.
  private static let starts = ContiguousArray(rows.lazy.flatMap { $0.said.lazy.map { start($0.utf8) } })

  /// What is said of that number, and what may be meant.
  private static func said(_ number: Int) -> (said: String, meant: [String]) {
    var rest = number
    for row in rows {
      if rest < row.said.count { return (row.said[rest], row.meant) }
      rest -= row.said.count
    }
    return ("", [])
  }

  /// The first three bytes: those of a Chinese character, or as many as stemming leaves alone.
  private static func start(_ text: some Collection<UInt8>) -> UInt32 {
    text.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let english: [Row] = [
    (["std"], ["standard deviation"]), (["lr"], ["learning rate"]), (["bn"], ["batch normalization"]),
    (["grad"], ["gradient"]), (["attn"], ["attention"]), (["param", "params"], ["parameters"]),
    (["reg"], ["regularization"]), (["dist"], ["distribution"]), (["bbox"], ["bounding box"]),
    (["ffn"], ["feed forward"]), (["wd"], ["weight decay"]), (["init"], ["initialization"]), (["acc"], ["accuracy"]),
    (["temp"], ["temperature"]), (["emb"], ["embedding"]), (["conv"], ["convolution"]), (["nn"], ["neural network"]),
    (["seq2seq"], ["encoder decoder"]), (["clf"], ["classifier"]), (["bs"], ["batch size"]),
    (["normal distribution"], ["gaussian"]),
    (["picture", "photo", "photograph", "drawing", "painting"], ["image"]),
    (["sentence", "description", "written words"], ["text", "caption"]),
    (["word"], ["token"]),
    (["piece", "square", "tile", "block"], ["patch"]),
    (["vector", "numbers", "fingerprint"], ["embedding", "representation"]),
    (["hide", "hidden", "cover", "blank", "missing", "fill in", "filling in"], ["masked"]),
    (["guess", "forecast"], ["predict"]),
    (["restore", "recover", "rebuild", "repaint", "paint"], ["reconstruct"]),
    (["without labels", "no labels", "unlabeled", "unlabelled", "without annotation"], ["self supervised"]),
    (["tell apart", "distinguish", "separate"], ["discriminate", "classifier"]),
    (["fake", "forger", "forgery", "counterfeit", "real or fake"], ["generator", "adversarial"]),
    (["critic", "judge", "detective", "police"], ["discriminator"]),
    (["against each other", "opponent", "rival", "compete", "fight", "battle"], ["adversarial"]),
    (["draw", "create", "produce", "invent", "synthesize"], ["generate"]),
    (["clean up", "remove noise", "noisy", "static"], ["denoising", "noise"]),
    (["step by step", "gradually", "little by little"], ["steps"]),
    (["undo", "reverse", "backwards", "run back", "go back"], ["inverse", "invertible", "reverse"]),
    (["compress", "squeeze", "hidden code"], ["latent", "encoder"]),
    (["quick", "quickly", "speed", "speed up", "fast"], ["faster", "acceleration"]),
    (["tiny", "little", "a few pixels"], ["small"]),
    (["any size", "different size", "varying size"], ["fixed length"]),
    (["zoom", "enlarge", "resize", "size"], ["scale", "resolution"]),
    (["overlap", "overlapping"], ["IoU", "intersection over union"]),
    (["duplicate", "repeated box", "same object twice"], ["suppression"]),
    (["thing", "item"], ["object"]),
    (["preset box", "default box", "predefined box", "prior box"], ["anchor"]),
    (["rectangle"], ["bounding box"]),
    (["middle", "center"], ["centre"]),
    (["order of words", "word order", "where in the sequence"], ["positional encoding"]),
    (["remember", "recall"], ["memory"]),
    (["forget", "forgetting"], ["forget gate"]),
    (["earlier", "previous", "before", "older"], ["past", "history"]),
    (["next", "upcoming", "what comes"], ["future"]),
    (["right now", "now", "current"], ["present"]),
    (["live", "streaming", "real time", "as it happens"], ["online"]),
    (["activity", "movement", "gesture", "doing"], ["action"]),
    (["vote", "majority", "crowd", "committee"], ["ensemble", "voting"]),
    (["combine", "merge", "put together"], ["ensemble"]),
    (["mistake", "wrong", "misjudged"], ["error", "residual", "misclassified"]),
    (["fix", "correct", "repair"], ["residual"]),
    (["column", "attribute"], ["feature"]),
    (["weak rule", "rule of thumb", "simple rule"], ["weak learner", "weak classifier"]),
    (["pure", "purest", "purity"], ["impurity"]),
    (["chop", "trim"], ["prune"]),
    (["curse"], ["high dimensional"]),
    (["modify", "change", "changeable", "change in place", "editable"], ["mutable"]),
    (["cannot be changed", "unchangeable", "read only", "frozen"], ["immutable"]),
    (["grow", "longer each time"], ["append", "mutable"]),
    (["free", "release", "give back", "clean up", "memory back"], ["deallocate", "garbage collection"]),
    (["leak", "point to each other", "refer to each other"], ["reference cycle"]),
    (["pause", "halt", "stop the program"], ["breakpoint", "suspend"]),
    (["lazy", "on demand", "one at a time", "one by one", "line by line"], ["generator", "iterator"]),
    (["parent", "ancestor", "parent class"], ["base class", "superclass"]),
    (["child", "child class"], ["subclass"]),
    (["crash", "fails"], ["exception"]),
    (["variable"], ["name"]),
    (["alike", "close", "near"], ["similarity"]),
    (["match", "matching", "belong together"], ["positive pair"]),
    (["push apart", "push away", "far apart"], ["negative"]),
    (["strongly", "strength", "how much"], ["scale"]),
    (["follow the prompt", "obey", "steer", "control"], ["guidance", "condition"]),
    (["uncertain", "surprise"], ["entropy"]),
    (["how different two distributions", "distance between distributions"], ["divergence"]),
    (["tells about", "shared information"], ["mutual information"]),
    (["lower limit"], ["lower bound"]),
    (["look at", "focus", "pay attention"], ["attention"]),
    (["lookup", "look up"], ["query", "attention"]),
    (["teacher", "student"], ["distillation"]),
    (["crop", "flip", "rotate"], ["augmentation", "view"]),
    (["chatbot", "autocomplete"], ["language model"]),
  ]

  private static let chinese: [Row] = [
    (["图片", "照片", "相片", "图"], ["图像"]),
    (["说明文字", "句子", "文字"], ["文本", "描述"]),
    (["单词", "词语"], ["词元", "词"]),
    (["小块", "方块", "小方块"], ["图像块", "patch"]),
    (["遮住", "盖住", "挡住", "挖掉", "藏起来", "遮挡", "填空"], ["掩码", "masked"]),
    (["猜"], ["预测"]),
    (["还原", "恢复", "补全", "补上"], ["重建"]),
    (["没有标签", "不用标签", "无标签", "不需要标签", "没有标注", "不用标注", "不用人工"], ["自监督", "无监督"]),
    (["一步步", "一步一步", "逐步", "慢慢"], ["步"]),
    (["造假", "伪造", "以假乱真", "骗过"], ["生成器", "对抗"]),
    (["鉴别", "辨别", "分辨真假", "真假"], ["判别器"]),
    (["画图", "画出", "作画", "变成图片"], ["生成"]),
    (["物体", "东西"], ["目标"]), (["正态分布", "正态"], ["高斯分布", "高斯"]),
    (["预设的框", "默认框", "事先的框"], ["锚框", "anchor"]),
    (["小物体", "很小的物体", "小东西"], ["小目标"]),
    (["重叠"], ["交并比", "IoU"]),
    (["重复的框", "多余的框"], ["非极大值抑制"]),
    (["大小", "尺寸"], ["尺度", "分辨率"]),
    (["任意大小", "大小不同", "大小不一", "不同大小", "一样长"], ["固定长度", "任意尺寸"]),
    (["合起来", "结合", "组合"], ["集成"]),
    (["分错", "错误", "弄错", "做错"], ["误差", "误分类", "残差"]),
    (["纠正", "修正", "改正", "弥补"], ["残差"]),
    (["重视", "更看重"], ["权重"]),
    (["棵树", "一棵树", "很多树"], ["树", "决策树"]),
    (["最纯", "纯净"], ["不纯度", "基尼"]),
    (["剪掉", "砍掉"], ["剪枝"]),
    (["靠近", "拉近", "接近", "凑近"], ["正样本", "相似度"]),
    (["远离", "推远", "推开", "拉开"], ["负样本"]),
    (["相似", "像"], ["相似度"]),
    (["配对", "对应"], ["匹配"]),
    (["过去", "以前", "之前"], ["历史"]),
    (["将来", "接下来", "以后"], ["未来"]),
    (["现在", "此刻", "眼下"], ["当前"]),
    (["实时", "直播"], ["在线"]),
    (["画面", "镜头"], ["视频", "帧"]),
    (["在做什么", "做什么", "干什么"], ["动作"]),
    (["记住"], ["记忆"]),
    (["忘记", "忘掉"], ["遗忘门"]),
    (["关注", "看哪里", "重点看"], ["注意力"]),
    (["先后", "词的顺序", "语序"], ["位置编码"]),
    (["反过来", "倒过来", "倒推", "逆着", "反着"], ["可逆", "逆"]),
    (["更快", "走得快", "加快", "少几步", "少走"], ["加速", "更少的步"]),
    (["不占内存", "省内存", "一边算一边", "一个一个", "按需"], ["生成器", "惰性"]),
    (["一个个字", "逐字", "往后预测", "逐个"], ["自回归"]),
    (["变量"], ["名字", "对象"]),
    (["改了", "修改", "改变", "变了"], ["可变"]),
    (["不能改", "不能修改", "改不了"], ["不可变"]),
    (["释放", "不释放", "回收", "清理"], ["垃圾回收"]),
    (["互相引用", "相互引用", "互相指"], ["循环引用", "引用循环"]),
    (["停下来", "暂停", "中断"], ["断点", "暂停"]),
    (["接着执行", "继续执行", "下次接着"], ["恢复", "yield"]),
    (["父类", "爸爸类"], ["基类", "继承"]),
    (["先找谁", "先调用哪个", "找谁的方法"], ["方法解析顺序"]),
    (["报错", "出错", "崩溃"], ["异常"]),
    (["看变量", "查看变量", "逐行"], ["调试"]),
    (["复制"], ["拷贝"]),
    (["不确定", "惊讶"], ["熵"]),
    (["下限"], ["下界"]),
    (["听话", "按提示", "跟着提示"], ["引导"]),
    (["压缩"], ["潜变量", "编码"]),
    (["裁剪", "翻转"], ["增强", "视图"]),
    (["聊天", "接话"], ["语言模型"]),
    (["投票"], ["集成"]),
  ]
}
