import Text

/// Terms of Taiwan in place of which the notes have others: not other forms of the characters, but other words.
enum MainlandTerms {
  /// A query with the terms of the notes; all else in it stays as it is.
  static func of(_ text: String) -> String {
    guard text.hasHan else { return text }
    let scalars = Array(text.unicodeScalars)
    let simplified = scalars.map { Folded($0.value).first }
    var result = String.UnicodeScalarView()
    var i = 0
    while i < scalars.count {
      let rest = simplified[i...]
      // Only a character of Chinese begins one of them.
      let term = scalars[i].isHan ? terms.first { rest.starts(with: $0.said.unicodeScalars.lazy.map(\.value)) } : nil
      if let term {
        result += term.meant.unicodeScalars
        i += term.said.unicodeScalars.count
      } else {
        result.append(scalars[i])
        i += 1
      }
    }
    return String(result)
  }

  /// Simplified; what holds another stands before it. Of words that have another sense in the notes only those of which
  /// the words around say which: `训练资料`, but not `参考资料`.
  private static let terms: [(said: String, meant: String)] = [
    ("物件侦测", "目标检测"), ("侦测", "检测"), ("影像", "图像"), ("随机变数", "随机变量"), ("潜在变数", "隐变量"), ("变数", "变量"),
    ("机率", "概率"), ("阵列", "数组"), ("回圈", "循环"), ("程式码", "代码"), ("程式", "程序"), ("除错", "调试"), ("中断点", "断点"),
    ("函式", "函数"), ("引数", "参数"), ("预设参数", "默认参数"), ("预设值", "默认值"), ("训练资料", "训练数据"), ("资料集", "数据集"),
    ("资料扩增", "数据增强"), ("资料增强", "数据增强"), ("资料分布", "数据分布"), ("杂讯", "噪声"), ("取样", "采样"), ("语意", "语义"),
    ("批次正规化", "批归一化"), ("层正规化", "层归一化"), ("正规化", "正则化"), ("最佳化", "优化"), ("遮罩", "掩码"), ("常态分布", "正态分布"),
    ("常态分配", "正态分布"), ("最大概似", "最大似然"), ("整合学习", "集成学习"), ("参考计数", "引用计数"), ("垃圾收集", "垃圾回收"),
    ("自我监督", "自监督"), ("非监督式", "无监督"), ("监督式", "监督"), ("类神经网路", "神经网络"), ("递回神经网路", "循环神经网络"), ("递回", "递归"),
    ("神经网路", "神经网络"), ("网路", "网络"), ("过度拟合", "过拟合"), ("过度配适", "过拟合"), ("记忆体", "内存"), ("演算法", "算法"),
    ("模组", "模块"), ("字串", "字符串"), ("执行绪", "线程"), ("资讯", "信息"), ("讯号", "信号"), ("甚么", "什么"),
  ]
}
