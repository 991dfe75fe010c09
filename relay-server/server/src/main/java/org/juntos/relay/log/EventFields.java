package org.juntos.relay.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/// Writes a message of the form `event=request id={} status={}` as JSON fields, numbers as numbers.
/// A message of another form, from a library, becomes the field `message`.
public final class EventFields extends AbstractJsonProvider<ILoggingEvent> {
  private static final String EVENT = "event=";
  private static final String PLACE = "{}";

  @Override
  public void writeTo(JsonGenerator generator, ILoggingEvent event) {
    var logger = event.getLoggerName();
    generator.writeStringProperty("logger", logger.substring(logger.lastIndexOf('.') + 1));
    if (!event.getMessage().startsWith(EVENT)) {
      generator.writeStringProperty("message", event.getFormattedMessage());
      return;
    }
    int argument = 0;
    for (var word : event.getMessage().split(" ", -1)) {
      int sign = word.indexOf('=');
      if (sign > 0) {
        var value = word.substring(sign + 1);
        generator.writeName(word.substring(0, sign));
        write(generator, value.equals(PLACE) ? argument(event, argument++) : value);
      }
    }
  }

  private static Object argument(ILoggingEvent event, int index) {
    var arguments = event.getArgumentArray();
    return arguments == null || index >= arguments.length || arguments[index] == null
        ? ""
        : arguments[index];
  }

  private static void write(JsonGenerator generator, Object value) {
    if (value instanceof Integer || value instanceof Long) {
      generator.writeNumber(((Number) value).longValue());
    } else {
      generator.writeString(String.valueOf(value));
    }
  }
}
