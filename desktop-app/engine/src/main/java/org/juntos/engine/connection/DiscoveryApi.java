package org.juntos.engine.connection;

import java.io.IOException;
import java.util.List;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.Bytes;
import org.juntos.wire.discovery.Bucket;

/// Requests about accounts that are found by their numbers. As those of [RelayApi] in all else.
public interface DiscoveryApi {
  /// Lets this account be found by its number.
  ///
  /// @param number E.164
  RelayResult<Done> list(String number) throws IOException;

  /// Lets it be found no more.
  RelayResult<Done> unlist() throws IOException;

  /// Has the relay apply its key to blinded numbers. What comes back may be anything.
  RelayResult<Evaluated> evaluate(List<Bytes> blinded) throws IOException;

  /// All entries of a bucket, one after the other. What comes back may be anything.
  RelayResult<Bytes> bucket(Bucket bucket) throws IOException;

  /// What the relay says of blinded numbers.
  ///
  /// @param points in the order of the question, if it is honest
  /// @param bucketBits it has 2^bits buckets
  record Evaluated(List<Bytes> points, int bucketBits) {
    public Evaluated {
      points = List.copyOf(points);
    }
  }
}
