package org.juntos.relay.mailbox;

class Serving {
  org.eclipse.jetty.server.Server server;
}
