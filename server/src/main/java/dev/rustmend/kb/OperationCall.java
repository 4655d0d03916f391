package dev.rustmend.kb;

import java.util.Map;

/// The name of an operation written in Java, with the entry's parameters for it.
public record OperationCall(String name, Map<String, String> parameters) {
  public OperationCall {
    parameters = Map.copyOf(parameters);
  }

  /// The parameter `key`, or `otherwise` where the entry does not give it.
  public String parameter(String key, String otherwise) {
    return parameters.getOrDefault(key, otherwise);
  }
}
