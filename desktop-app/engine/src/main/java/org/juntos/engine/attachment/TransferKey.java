package org.juntos.engine.attachment;

import org.juntos.content.MessageId;

/// Names one attachment.
record TransferKey(MessageId message, int index) {}
