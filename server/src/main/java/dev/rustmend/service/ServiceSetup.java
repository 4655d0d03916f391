package dev.rustmend.service;

import dev.rustmend.knowledge.Library;
import dev.rustmend.learn.Learning;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a service gets from whoever starts it.
///
/// `sessions` makes the sessions of one workspace; `settings` reads the settings of a root, or, for
/// the current folder, the general ones. `library` opens nothing before it is asked, and `learning`
/// reads nothing; the service closes both. `wording` makes what has texts written by the model of
/// such settings; `proof` has the compiler judge what is exported; `neighbor` is asked first for
/// what is about a workspace. Without `sources` or `generator` the calls that need them are not
/// there.
public record ServiceSetup(
    Supplier<Sessions> sessions,
    Function<Path, Settings> settings,
    Path directory,
    Map<String, String> environment,
    Library library,
    Learning learning,
    Models models,
    Optional<SourceFixer> sources,
    Optional<ProjectGenerator> generator,
    EntryProof proof,
    Neighbor neighbor,
    Limits limits) {
  public ServiceSetup {
    environment = Map.copyOf(environment);
  }
}
