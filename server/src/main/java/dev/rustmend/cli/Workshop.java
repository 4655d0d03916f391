package dev.rustmend.cli;

import dev.rustmend.generate.Generator;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.knowledge.ChosenEmbedder;
import dev.rustmend.repair.Models;
import dev.rustmend.sandbox.KnownSandbox;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.settings.Settings;
import dev.rustmend.submission.Permission;
import dev.rustmend.submission.Submissions;
import dev.rustmend.verify.CacheFolder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/// Where sources that are on nobody's disk are compiled, and projects are made.
final class Workshop {
  private static final Logger LOG = System.getLogger(Workshop.class.getName());

  private final Terminal terminal;
  private final Models models;
  private final Supplier<Sandbox> sandbox;

  Workshop(Terminal terminal, Models models) {
    this.terminal = terminal;
    this.models = models;
    this.sandbox = new KnownSandbox(terminal.environment());
  }

  /// What judges and repairs submissions with these settings, within these limits.
  Submissions submissions(Settings settings, Limits limits, Permission permission) {
    return new Submissions(
        CacheFolder.locate(terminal.environment()),
        terminal.environment(),
        sandbox,
        limits,
        permission,
        settings,
        models);
  }

  /// What makes projects with these settings.
  Generator generator(Settings settings) {
    return new Generator(
        new ShippedBase(),
        () -> embedder(settings.embedding()),
        submissions(settings, Limits.defaults(), Permission.CONFINED_CODE));
  }

  private Optional<Embedder> embedder(Settings.EmbeddingService service) {
    try {
      return Optional.of(
          ChosenEmbedder.of(
              service, CacheFolder.locate(terminal.environment()), terminal.environment()));
    } catch (EmbedderException e) {
      LOG.log(Level.WARNING, e.sentence());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
