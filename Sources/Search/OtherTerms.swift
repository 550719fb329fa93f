/// Words of the field, and some of everyday language, that notes may well not have and that are near to some they have:
/// none of them is a typing mistake.
enum OtherTerms {
  static func contain(_ word: [UInt8]) -> Bool { terms.contains(word) }

  private static let terms = Set(
    """
    actor aerial alexnet alpaca apple autogluon automl bandit bayes beam blending bloom bm25 caffe catboost chatbot \
    chatgpt claude colab cohere copilot cora cuda darknet dbscan deepseek densenet diarization efficientnet elmo emotion \
    fairseq falcon fasttext flax flink forecasting gait gaze gemini gemma genetic ggml gibbs glove godel gradio grok \
    hadoop haskell hopfield huber ibm intel isomap jacobi jax julia kafka kalman kaggle keyboard keras lasso lbfgs \
    lemmatization license lisp llama logit lstsq mamba marathon markov matlab mcmc mistral mixtral mnist mobilenet \
    momentum mongodb numba nvidia ollama onnx openai packet paddle palm pandas plate polars prompt pruning pyro qwen \
    ranking reddit regnet reinforce ridge robot rocket router rust sarsa scala scipy seaborn segnet sklearn slam sora spacy \
    spam spark splatting splunk squeezenet stemming swarm tensorrt theano thesis titan tokenizers topology toxic triton \
    tsne turing umap unity vicuna viterbi vocoder vosk wavelet whisper word2vec xception zephyr
    """.split(separator: " ").map { Array($0.utf8) })
}
