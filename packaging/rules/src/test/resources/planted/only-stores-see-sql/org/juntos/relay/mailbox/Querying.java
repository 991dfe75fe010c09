package org.juntos.relay.mailbox;

class Querying {
  java.sql.Connection connection;
}
