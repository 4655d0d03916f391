package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.verify.DirectCompiler.Attempted;
import java.io.IOException;

/// Compiles what trials make of a state; knows a state that it was asked about before.
interface TrialCompiler {

  CheckOutcome tryOut(Attempted attempted) throws IOException, InterruptedException;
}
