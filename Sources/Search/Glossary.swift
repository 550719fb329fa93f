/// Words that learners look for in one language and find in the other.
enum Glossary {
  struct Pair: Sendable {
    /// The stems of the English words without spaces, as `NameKey.stemmed` has them.
    var key: String
    var english: String
    var chinese: String
  }

  /// What the other language says for a run of words or characters, by its stemmed key. All pairs are compared: a table of
  /// them would take longer to make than a query's few keys take to look up.
  static func translations(of key: ContiguousArray<UInt8>) -> [String] {
    pairs.compactMap { pair in
      has(pair.key, key) ? pair.chinese : has(pair.chinese, key) ? pair.english : nil
    }
  }

  /// Whether a text has those bytes; strings would be compared by their characters.
  private static func has(_ text: String, _ key: ContiguousArray<UInt8>) -> Bool {
    text.utf8.count == key.count && text.utf8.elementsEqual(key)
  }

  /// Whether it has a Chinese word.
  static func hasChinese(_ word: String) -> Bool { pairs.contains { $0.chinese == word } }

  /// The most words or characters of a key.
  static let longest = 6

  static let pairs: [Pair] = [
    Pair(key: "machinlearn", english: "machine learning", chinese: "机器学习"),
    Pair(key: "deeplearn", english: "deep learning", chinese: "深度学习"),
    Pair(key: "selfsupervis", english: "self supervised", chinese: "自监督"),
    Pair(key: "supervis", english: "supervised", chinese: "监督"),
    Pair(key: "unsupervis", english: "unsupervised", chinese: "无监督"),
    Pair(key: "semisupervis", english: "semi supervised", chinese: "半监督"),
    Pair(key: "reinforclearn", english: "reinforcement learning", chinese: "强化学习"),
    Pair(key: "transferlearn", english: "transfer learning", chinese: "迁移学习"),
    Pair(key: "finetune", english: "fine tuning", chinese: "微调"),
    Pair(key: "pretrain", english: "pre training", chinese: "预训练"),
    Pair(key: "contrast", english: "contrastive", chinese: "对比"),
    Pair(key: "represent", english: "representation", chinese: "表示"),
    Pair(key: "featur", english: "feature", chinese: "特征"),
    Pair(key: "embed", english: "embedding", chinese: "嵌入"),
    Pair(key: "attent", english: "attention", chinese: "注意力"),
    Pair(key: "selfattent", english: "self attention", chinese: "自注意力"),
    Pair(key: "crossattent", english: "cross attention", chinese: "交叉注意力"),
    Pair(key: "encod", english: "encoder", chinese: "编码器"),
    Pair(key: "decod", english: "decoder", chinese: "解码器"),
    Pair(key: "positencod", english: "positional encoding", chinese: "位置编码"),
    Pair(key: "positembed", english: "position embedding", chinese: "位置嵌入"),
    Pair(key: "token", english: "token", chinese: "词元"),
    Pair(key: "vocabulari", english: "vocabulary", chinese: "词表"),
    Pair(key: "languagmodel", english: "language model", chinese: "语言模型"),
    Pair(key: "translat", english: "translation", chinese: "翻译"),
    Pair(key: "mask", english: "mask", chinese: "掩码"),
    Pair(key: "mask", english: "masked", chinese: "掩码"),
    Pair(key: "patch", english: "patch", chinese: "图像块"),
    Pair(key: "reconstruct", english: "reconstruction", chinese: "重建"),
    Pair(key: "imag", english: "image", chinese: "图像"),
    Pair(key: "text", english: "text", chinese: "文本"),
    Pair(key: "video", english: "video", chinese: "视频"),
    Pair(key: "caption", english: "caption", chinese: "描述"),
    Pair(key: "zeroshot", english: "zero shot", chinese: "零样本"),
    Pair(key: "fewshot", english: "few shot", chinese: "少样本"),
    Pair(key: "prompt", english: "prompt", chinese: "提示"),
    Pair(key: "diffus", english: "diffusion", chinese: "扩散"),
    Pair(key: "denois", english: "denoising", chinese: "去噪"),
    Pair(key: "nois", english: "noise", chinese: "噪声"),
    Pair(key: "sampl", english: "sampling", chinese: "采样"),
    Pair(key: "sampl", english: "sample", chinese: "样本"),
    Pair(key: "generat", english: "generation", chinese: "生成"),
    Pair(key: "generat", english: "generative", chinese: "生成"),
    Pair(key: "score", english: "score", chinese: "分数"),
    Pair(key: "guidanc", english: "guidance", chinese: "引导"),
    Pair(key: "classifi", english: "classifier", chinese: "分类器"),
    Pair(key: "classif", english: "classification", chinese: "分类"),
    Pair(key: "regress", english: "regression", chinese: "回归"),
    Pair(key: "flow", english: "flow", chinese: "流"),
    Pair(key: "normalflow", english: "normalizing flow", chinese: "标准化流"),
    Pair(key: "autoregress", english: "autoregressive", chinese: "自回归"),
    Pair(key: "variat", english: "variational", chinese: "变分"),
    Pair(key: "adversari", english: "adversarial", chinese: "对抗"),
    Pair(key: "likelihood", english: "likelihood", chinese: "似然"),
    Pair(key: "posterior", english: "posterior", chinese: "后验"),
    Pair(key: "prior", english: "prior", chinese: "先验"),
    Pair(key: "distribut", english: "distribution", chinese: "分布"),
    Pair(key: "probabl", english: "probability", chinese: "概率"),
    Pair(key: "gaussian", english: "gaussian", chinese: "高斯"),
    Pair(key: "mutualinform", english: "mutual information", chinese: "互信息"),
    Pair(key: "entropi", english: "entropy", chinese: "熵"),
    Pair(key: "crossentropi", english: "cross entropy", chinese: "交叉熵"),
    Pair(key: "diverg", english: "divergence", chinese: "散度"),
    Pair(key: "expect", english: "expectation", chinese: "期望"),
    Pair(key: "varianc", english: "variance", chinese: "方差"),
    Pair(key: "bias", english: "bias", chinese: "偏差"),
    Pair(key: "loss", english: "loss", chinese: "损失"),
    Pair(key: "gradient", english: "gradient", chinese: "梯度"),
    Pair(key: "gradientdescent", english: "gradient descent", chinese: "梯度下降"),
    Pair(key: "backpropag", english: "backpropagation", chinese: "反向传播"),
    Pair(key: "optim", english: "optimizer", chinese: "优化器"),
    Pair(key: "learnrate", english: "learning rate", chinese: "学习率"),
    Pair(key: "batch", english: "batch", chinese: "批"),
    Pair(key: "overfit", english: "overfitting", chinese: "过拟合"),
    Pair(key: "underfit", english: "underfitting", chinese: "欠拟合"),
    Pair(key: "regular", english: "regularization", chinese: "正则化"),
    Pair(key: "dropout", english: "dropout", chinese: "随机失活"),
    Pair(key: "normal", english: "normalization", chinese: "归一化"),
    Pair(key: "convolut", english: "convolution", chinese: "卷积"),
    Pair(key: "pool", english: "pooling", chinese: "池化"),
    Pair(key: "receptfield", english: "receptive field", chinese: "感受野"),
    Pair(key: "pyramid", english: "pyramid", chinese: "金字塔"),
    Pair(key: "detect", english: "detection", chinese: "检测"),
    Pair(key: "detector", english: "detector", chinese: "检测器"),
    Pair(key: "anchor", english: "anchor", chinese: "锚框"),
    Pair(key: "boundbox", english: "bounding box", chinese: "边界框"),
    Pair(key: "segment", english: "segmentation", chinese: "分割"),
    Pair(key: "actiondetect", english: "action detection", chinese: "动作检测"),
    Pair(key: "onlin", english: "online", chinese: "在线"),
    Pair(key: "recurr", english: "recurrent", chinese: "循环"),
    Pair(key: "sequenc", english: "sequence", chinese: "序列"),
    Pair(key: "neuralnetwork", english: "neural network", chinese: "神经网络"),
    Pair(key: "ensembl", english: "ensemble", chinese: "集成"),
    Pair(key: "decistree", english: "decision tree", chinese: "决策树"),
    Pair(key: "randomforest", english: "random forest", chinese: "随机森林"),
    Pair(key: "boost", english: "boosting", chinese: "提升"),
    Pair(key: "residu", english: "residual", chinese: "残差"),
    Pair(key: "leaf", english: "leaf", chinese: "叶子"),
    Pair(key: "split", english: "split", chinese: "分裂"),
    Pair(key: "weaklearner", english: "weak learner", chinese: "弱学习器"),
    Pair(key: "kernel", english: "kernel", chinese: "核"),
    Pair(key: "cluster", english: "clustering", chinese: "聚类"),
    Pair(key: "dimensionreduct", english: "dimensionality reduction", chinese: "降维"),
    Pair(key: "temperatur", english: "temperature", chinese: "温度"),
    Pair(key: "similar", english: "similarity", chinese: "相似度"),
    Pair(key: "negativsampl", english: "negative sample", chinese: "负样本"),
    Pair(key: "positivsampl", english: "positive sample", chinese: "正样本"),
    Pair(key: "garbagcollect", english: "garbage collection", chinese: "垃圾回收"),
    Pair(key: "refercount", english: "reference counting", chinese: "引用计数"),
    Pair(key: "generat", english: "generator", chinese: "生成器"),
    Pair(key: "iter", english: "iterator", chinese: "迭代器"),
    Pair(key: "coroutin", english: "coroutine", chinese: "协程"),
    Pair(key: "list", english: "list", chinese: "列表"),
    Pair(key: "tupl", english: "tuple", chinese: "元组"),
    Pair(key: "dictionari", english: "dictionary", chinese: "字典"),
    Pair(key: "slice", english: "slice", chinese: "切片"),
    Pair(key: "mutabl", english: "mutable", chinese: "可变"),
    Pair(key: "immut", english: "immutable", chinese: "不可变"),
    Pair(key: "defaultargument", english: "default argument", chinese: "默认参数"),
    Pair(key: "inherit", english: "inheritance", chinese: "继承"),
    Pair(key: "class", english: "class", chinese: "类"),
    Pair(key: "function", english: "function", chinese: "函数"),
    Pair(key: "method", english: "method", chinese: "方法"),
    Pair(key: "debug", english: "debugging", chinese: "调试"),
    Pair(key: "breakpoint", english: "breakpoint", chinese: "断点"),
    Pair(key: "memori", english: "memory", chinese: "内存"),
    Pair(key: "except", english: "exception", chinese: "异常"),
    Pair(key: "decor", english: "decorator", chinese: "装饰器"),
  ]
}
