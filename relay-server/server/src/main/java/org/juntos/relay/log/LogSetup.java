package org.juntos.relay.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.List;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders;
import net.logstash.logback.composite.loggingevent.StackTraceJsonProvider;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import org.slf4j.Logger;

/// Sets up the log, which goes to standard error, when logback starts. It does so in code: reading
/// the same from XML takes a tenth of a start.
public final class LogSetup extends ContextAwareBase implements Configurator {
  /// System property that chooses the form, `text` or `json`; it has to be set before anything is
  /// logged. Where it is not, the relay is a part of something else, whose `logback.xml` counts.
  public static final String FORM = "juntos.relay.log";

  private static final String LINE =
      "time=%d{yyyy-MM-dd'T'HH:mm:ss.SSSZZZZZ} level=%level logger=%logger{0} %msg%n";
  private static final int STACK_FRAMES = 30;

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    if (System.getProperty(FORM) == null && log.getClass().getResource("/logback.xml") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    log.getStatusManager().add(new NopStatusListener()); // logback's own words are nobody's
    log.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
    log.getLogger("org.jsmpp").setLevel(Level.OFF);
    var root = log.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(standardError(log));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(log);
    appender.setTarget("System.err");
    appender.setEncoder("json".equals(System.getProperty(FORM)) ? json(log) : text(log));
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> text(LoggerContext log) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(log);
    encoder.setPattern(LINE);
    encoder.start();
    return encoder;
  }

  /// One object a line.
  public static Encoder<ILoggingEvent> json(LoggerContext log) {
    var time = new LoggingEventFormattedTimestampJsonProvider();
    time.setFieldName("time");
    time.setTimeZone("UTC");
    var providers = new LoggingEventJsonProviders();
    List.<AbstractJsonProvider<ILoggingEvent>>of(
            time, new LogLevelJsonProvider(), new EventFields(), stack())
        .forEach(providers::addProvider);
    var encoder = new LoggingEventCompositeJsonEncoder();
    encoder.setContext(log);
    encoder.setFindAndRegisterJacksonModules(false); // fields are numbers and strings
    encoder.setProviders(providers);
    encoder.start();
    return encoder;
  }

  private static StackTraceJsonProvider stack() {
    var converter = new ShortenedThrowableConverter();
    converter.setMaxDepthPerThrowable(STACK_FRAMES);
    converter.setRootCauseFirst(true);
    converter.start();
    var stack = new StackTraceJsonProvider();
    stack.setThrowableConverter(converter);
    return stack;
  }
}
