package dev.rustmend.service;

import com.google.gson.JsonObject;
import java.util.Optional;

/// A server of the same user beside this process, which may have the workspace warm that a call is
/// about.
@FunctionalInterface
public interface Neighbor {
  /// There is no such server.
  Neighbor NONE = (_, _, _) -> Optional.empty();

  /// What it answers to `call`; empty where no server may use the folders of this request, or the
  /// one that may has gone away. Throws [ServiceFailure] for what the server refuses. An interrupt
  /// ends the work there as well.
  Optional<JsonObject> answer(Call call, Arguments arguments, Call.Context context)
      throws InterruptedException;

  /// The same call, answered by the neighbor where it can.
  default Call first(Call call) {
    return call.with((arguments, context) -> {
      Optional<JsonObject> answer = answer(call, arguments, context);
      return answer.isPresent() ? answer.get() : call.work().answer(arguments, context);
    });
  }
}
