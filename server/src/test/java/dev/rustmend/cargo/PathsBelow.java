package dev.rustmend.cargo;

import java.nio.file.Path;

/// The user's own paths, of which those below `root` may be edited.
record PathsBelow(Path root) implements PathMap {
  @Override
  public Path toUser(Path reported) {
    return reported;
  }

  @Override
  public String textToUser(String text) {
    return text;
  }

  @Override
  public boolean editable(Path userPath) {
    return userPath.startsWith(root);
  }
}
