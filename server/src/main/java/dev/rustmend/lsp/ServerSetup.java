package dev.rustmend.lsp;

import dev.rustmend.assist.Explainer;
import dev.rustmend.generate.Generator;
import dev.rustmend.knowledge.Library;
import dev.rustmend.learn.Learning;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.settings.SettingsLayer;
import dev.rustmend.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a server gets from whoever starts it.
///
/// `sessions` opens the core, given where the settings of a workspace root come from: they may
/// change while the server runs, so the core asks each time. `flags` lie over everything that files
/// and the client say. `library` opens nothing before it is asked, and `learning` reads nothing;
/// both are closed with the connection. `models` are those of the process; none is opened while no
/// setting names one. `generator` makes projects with such settings. `cache` is a folder of the
/// server's own; `version` is shown to the client. `team` says why nothing comes from the team's
/// knowledge base, where there is one and it does not answer.
public record ServerSetup(
    Function<Function<Path, Settings>, Sessions> sessions,
    SettingsReader reader,
    List<SettingsLayer> flags,
    Explainer explainer,
    Library library,
    Learning learning,
    Models models,
    Function<Settings, Generator> generator,
    Path cache,
    String version,
    Supplier<Optional<String>> team) {
  public ServerSetup {
    flags = List.copyOf(flags);
  }
}
