package org.juntos.engine.model;

import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.wire.Bytes;

/// The status that a message replies to. What was in it is known as long as it lasts.
///
/// @param mine whether the person had posted it
/// @param over whether it is over: text and thumbnail are empty then
/// @param thumbnail a small JPEG; empty of a text
public record StatusQuote(
    MessageId status,
    StatusContent.Kind kind,
    boolean mine,
    boolean over,
    String text,
    Bytes thumbnail) {}
