package dev.rustmend.lsp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The commands of `workspace/executeCommand`. Their ids are unique among all servers, since VS
/// Code makes each a command of the whole window.
enum ServerCommand {
  FIX_WORKSPACE("fixWorkspace"),
  FIX_FILE("fixFile"),
  EXPLAIN("explain"),
  ASK("ask"),
  GENERATE("generate"),
  CHECK("check"),
  CANCEL("cancel"),
  STATUS("status"),
  FORGET_LEARNED("forgetLearned"),
  NOT_USEFUL("notUseful");

  private static final String PREFIX = "rustmend.server.";

  private final String word;

  ServerCommand(String word) {
    this.word = word;
  }

  String id() {
    return PREFIX + word;
  }

  /// The last part of the id, with which run ids begin.
  String word() {
    return word;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(ServerCommand::id).toList();
  }

  static Optional<ServerCommand> of(String id) {
    return Arrays.stream(values()).filter(command -> command.id().equals(id)).findFirst();
  }
}
