package org.juntos.engine.story;

import java.io.IOException;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.ForwardingApi;
import org.juntos.engine.connection.Registration;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Pass;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Requests that reach a real relay, past what a test wants to change.
final class MeddlingApi extends ForwardingApi {
  private final RelayApi real;
  private final MeddlingLinks links;

  MeddlingApi(RelayApi real, MeddlingLinks links) {
    this.real = real;
    this.links = links;
  }

  @Override
  protected RelayApi to() {
    return real;
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    return links.admitted(real.admit(pass, claim));
  }

  @Override
  public RelayResult<RelayResult.Done> register(Registration registration, Credentials credentials)
      throws IOException {
    return links.registered(real.register(registration, credentials));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return real.bundles(links.asked(account));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException {
    return real.bundles(links.asked(account), accessKey);
  }

  @Override
  public BlobApi blobs() {
    return links.blobs(real.blobs());
  }
}
