package dev.rustmend.lsp;

import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/// The error answers that clients know how to take: thrown by a handler, they become the response.
final class Refusal {
  private Refusal() {}

  /// The request is not for us or says nonsense. lsp-mode sends every server the actions of all the
  /// others to be resolved, and drops an error answer quietly.
  static ResponseErrorException invalidParams(String why) {
    return refusal(ResponseErrorCode.InvalidParams, why);
  }

  /// The answer would be about a text that is no more; VS Code swallows it quietly.
  static ResponseErrorException contentModified(String why) {
    return refusal(ResponseErrorCode.ContentModified, why);
  }

  /// There is no such request here.
  static ResponseErrorException methodNotFound(String method) {
    return refusal(ResponseErrorCode.MethodNotFound, "there is no request `" + method + "`");
  }

  /// A request came before `initialize`.
  static ResponseErrorException notInitialized() {
    return refusal(ResponseErrorCode.ServerNotInitialized, "`initialize` must come first");
  }

  /// A request came at a time when it is not allowed.
  static ResponseErrorException invalidRequest(String why) {
    return refusal(ResponseErrorCode.InvalidRequest, why);
  }

  private static ResponseErrorException refusal(ResponseErrorCode code, String why) {
    return new ResponseErrorException(new ResponseError(code, why, null));
  }
}
