package org.juntos.engine.connection;

import java.io.IOException;
import java.util.List;
import okhttp3.Response;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.proto.BecomeDiscoverable;
import org.juntos.wire.proto.DiscoveryBucket;
import org.juntos.wire.proto.EvaluateNumbers;
import org.juntos.wire.proto.EvaluatedNumbers;

/// Requests about accounts that are found by their numbers, over OkHttp.
record HttpDiscovery(AuthorizedExchange authorized) implements DiscoveryApi {
  @Override
  public RelayResult<Done> list(String number) throws IOException {
    var body = BecomeDiscoverable.newBuilder().setNumber(number).build();
    return authorized.send(
        authorized.request(Paths.DISCOVERY).put(ProtobufBody.of(body)), _ -> new Done());
  }

  @Override
  public RelayResult<Done> unlist() throws IOException {
    return authorized.send(authorized.request(Paths.DISCOVERY).delete(), _ -> new Done());
  }

  @Override
  public RelayResult<Evaluated> evaluate(List<Bytes> blinded) throws IOException {
    var body = EvaluateNumbers.newBuilder();
    blinded.forEach(point -> body.addBlinded(WireValues.bytes(point)));
    return authorized.send(
        authorized.request(Paths.DISCOVERY_EVALUATIONS).post(ProtobufBody.of(body.build())),
        HttpDiscovery::evaluated);
  }

  private static Evaluated evaluated(Response answer) throws IOException {
    var message = ProtobufBody.read(answer, EvaluatedNumbers.parser());
    var points = message.getEvaluatedList().stream().map(WireValues::bytes).toList();
    return new Evaluated(points, message.getBucketBits());
  }

  @Override
  public RelayResult<Bytes> bucket(Bucket bucket) throws IOException {
    return authorized.send(
        authorized.request(Paths.DISCOVERY_BUCKETS, Integer.toString(bucket.number())),
        answer ->
            WireValues.bytes(
                ProtobufBody.read(answer, WireLimits.MAX_BUCKET_BYTES, DiscoveryBucket.parser())
                    .getEntries()));
  }
}
