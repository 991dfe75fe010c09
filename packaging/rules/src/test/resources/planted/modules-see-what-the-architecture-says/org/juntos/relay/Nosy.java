package org.juntos.relay;

class Nosy {
  org.juntos.content.MessageId[] read;
}
