package dev.rustmend.http;

import com.google.gson.JsonParser;
import dev.rustmend.mcp.Inbox;
import dev.rustmend.mcp.StreamableServer;
import dev.rustmend.service.ServiceFailure;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The way to the Model Context Protocol: a message is read whole and looked at before its servlet
/// gets it.
record ProtocolDoor(StreamableServer server) {
  static final String PATH = "/mcp";

  void answer(HttpServletRequest request, HttpServletResponse response, HttpLimits limits)
      throws IOException {
    try {
      if (!request.getMethod().equals("POST")) {
        server.servlet().service(request, response);
        return;
      }
      String session = Optional.ofNullable(request.getHeader("Mcp-Session-Id")).orElse("");
      String message = new String(Exchange.body(request, limits), StandardCharsets.UTF_8);
      switch (server.inbox().look(session, message)) {
        case Inbox.Verdict.Pass(String passed) ->
            server.servlet().service(new Read(request, passed), response);
        case Inbox.Verdict.Refused(String refusal) ->
            Front.refuse(response, 400, JsonParser.parseString(refusal).getAsJsonObject());
      }
    } catch (ServiceFailure e) {
      Front.refuse(response, Failures.status(e), Failures.json(e));
    } catch (ServletException e) {
      throw new IOException(e);
    }
  }

  /// A request whose body was read already.
  private static final class Read extends HttpServletRequestWrapper {
    private final byte[] body;

    Read(HttpServletRequest request, String body) {
      super(request);
      this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int getContentLength() {
      return body.length;
    }

    @Override
    public long getContentLengthLong() {
      return body.length;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream in;

    Bytes(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return in.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("this body is read at once");
    }
  }
}
