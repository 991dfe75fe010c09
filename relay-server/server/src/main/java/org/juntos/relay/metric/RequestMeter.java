package org.juntos.relay.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.http.Traffic;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;

/// Counts requests by route, refusals by code, deliveries.
final class RequestMeter implements Traffic {
  private static final String CODE = Paths.REGISTRATION_SESSIONS + "/*/code";

  private final MeterRegistry registry;
  private final CodeMeter codes;
  private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();
  private final ConcurrentMap<ErrorCode, Counter> refusals = new ConcurrentHashMap<>();
  private final LongAdder deliveries = new LongAdder();

  private record Key(String method, String template, int status) {}

  RequestMeter(MeterRegistry registry, CodeMeter codes) {
    this.registry = registry;
    this.codes = codes;
    FunctionCounter.builder("juntos.relay.deliveries", deliveries, LongAdder::doubleValue)
        .description("Envelopes that were sent to their device; a repeat counts again")
        .register(registry);
    for (var code : ErrorCode.values()) {
      refusals.put(code, refusal(code));
    }
  }

  private Counter refusal(ErrorCode code) {
    return Counter.builder("juntos.relay.refusals")
        .description("Refused requests by code")
        .tag("code", code.text())
        .register(registry);
  }

  @Override
  public void answered(
      String method, String template, int status, @Nullable ErrorCode refused, long nanos) {
    timers
        .computeIfAbsent(new Key(method, template, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (refused != null) {
      refusals.computeIfAbsent(refused, this::refusal).increment();
    }
    if (template.equals(CODE)) {
      countCode(status, refused);
    }
  }

  private void countCode(int status, @Nullable ErrorCode refused) {
    if (status == 200) {
      codes.proven();
    } else if (refused == ErrorCode.CODE_WRONG || refused == ErrorCode.CODE_EXPIRED) {
      codes.wrong();
    }
  }

  private Timer timer(Key key) {
    return Timer.builder("juntos.relay.requests")
        .description("Requests by route and status")
        .tags(
            "method", key.method(), "path", key.template(), "status", String.valueOf(key.status()))
        .register(registry);
  }

  @Override
  public void delivered(int envelopes) {
    deliveries.add(envelopes);
  }
}
