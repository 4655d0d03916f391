package dev.rustmend.repair;

/// Why a check in the background is made: by itself, after a save or the like, or because a person
/// has asked for it.
public enum Occasion {
  BY_ITSELF,
  ASKED
}
