package org.juntos.relay.http;

import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.ErrorCode;

/// What the API reference says of a route. Nothing is decided by it: `docs/api.md` and
/// `docs/openapi.json` are written from it, and tests hold the running relay to them. What every
/// route may answer (too many requests, a token that is not valid, a fault) is not repeated here.
///
/// @param summary what it does, in one sentence
/// @param variables what stands for each `*` of the template
/// @param headers of the request, beside the usual ones
/// @param takes the body; null for none
/// @param refuses codes beside those of every route
record About(
    String summary,
    List<Named> variables,
    List<Named> headers,
    @Nullable Body takes,
    List<Gives> gives,
    Set<ErrorCode> refuses) {
  /// A route that nobody has described; a test refuses it.
  static final About NOTHING = says("");

  About {
    variables = List.copyOf(variables);
    headers = List.copyOf(headers);
    gives = List.copyOf(gives);
    refuses = Set.copyOf(refuses);
  }

  /// A part of the path or a header.
  record Named(String name, String meaning) {}

  /// What a body is.
  sealed interface Body {
    /// A message of the contract.
    record Message(Class<? extends MessageLite> type) implements Body {}

    /// Anything else.
    record Other(String mediaType, String meaning) implements Body {}
  }

  /// An answer that is no refusal.
  ///
  /// @param body null for none
  record Gives(int status, @Nullable Body body, String meaning, List<Named> headers) {
    Gives {
      headers = List.copyOf(headers);
    }

    /// 200 with JSON.
    static Gives json(String meaning) {
      return new Gives(200, new Body.Other("application/json", meaning), "", List.of());
    }
  }

  static About says(String summary) {
    return new About(summary, List.of(), List.of(), null, List.of(), Set.of());
  }

  /// The next `*` of the template.
  About where(String name, String meaning) {
    var more = added(variables, new Named(name, meaning));
    return new About(summary, more, headers, takes, gives, refuses);
  }

  /// A header of the request.
  About reads(String header, String meaning) {
    var more = added(headers, new Named(header, meaning));
    return new About(summary, variables, more, takes, gives, refuses);
  }

  About takes(Class<? extends MessageLite> message) {
    return takes(new Body.Message(message));
  }

  About takes(Body body) {
    return new About(summary, variables, headers, body, gives, refuses);
  }

  About gives(int status, Class<? extends MessageLite> message) {
    return gives(new Gives(status, new Body.Message(message), "", List.of()));
  }

  About gives(int status, String meaning, Named... headers) {
    return gives(new Gives(status, null, meaning, List.of(headers)));
  }

  About gives(Gives answer) {
    return new About(summary, variables, headers, takes, added(gives, answer), refuses);
  }

  About refuses(ErrorCode first, ErrorCode... more) {
    var all = EnumSet.of(first, more);
    all.addAll(refuses);
    return new About(summary, variables, headers, takes, gives, all);
  }

  private static <T> List<T> added(List<T> before, T one) {
    var all = new ArrayList<>(before);
    all.add(one);
    return all;
  }
}
