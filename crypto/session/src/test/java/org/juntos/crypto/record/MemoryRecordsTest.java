package org.juntos.crypto.record;

final class MemoryRecordsTest extends ProtocolRecordsContract {
  @Override
  protected ProtocolRecords records() {
    return new MemoryRecords();
  }
}
