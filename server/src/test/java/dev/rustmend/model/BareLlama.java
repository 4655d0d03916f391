package dev.rustmend.model;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The same native library in a process that has nothing of rustmend: for each line with a prompt
/// in Base64 it prints after how many nanoseconds it had the first token.
///
/// `args`: the model, the context's size, the batch's, the number of threads. The library comes
/// from the folder that the system property of `de.kherud:llama` names.
public final class BareLlama {
  private BareLlama() {}

  public static void main(String[] args) throws IOException {
    var parameters =
        new ModelParameters()
            .setModel(args[0])
            .setCtxSize(Integer.parseInt(args[1]))
            .setBatchSize(Integer.parseInt(args[2]))
            .setUbatchSize(Integer.parseInt(args[2]))
            .setThreads(Integer.parseInt(args[3]))
            .setThreadsBatch(Integer.parseInt(args[3]))
            .setParallel(1);
    var model = new LlamaModel(parameters);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      out.println("nanos " + firstToken(model, text));
    }
    Runtime.getRuntime().halt(0);
  }

  private static long firstToken(LlamaModel model, String text) {
    long began = System.nanoTime();
    String prompt =
        model.applyTemplate(
            new InferenceParameters("")
                .setMessages("You repair Rust.", List.of(new Pair<>("user", text))));
    var tokens =
        model
            .generate(
                new InferenceParameters(prompt)
                    .setNPredict(1)
                    .setTemperature(0)
                    .setCachePrompt(true))
            .iterator();
    var _ = tokens.next();
    long nanos = System.nanoTime() - began;
    while (tokens.hasNext()) {
      var _ = tokens.next();
    }
    return nanos;
  }
}
