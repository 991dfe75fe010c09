package org.juntos.testkit.network;

import java.io.IOException;
import java.util.List;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.SignedWord;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Requests about groups of which some, or their answers, get lost.
record WeatheredGroups(WeatheredApi way, GroupApi relay) implements GroupApi {
  @Override
  public RelayResult<SignedWord> params() throws IOException {
    return way.through(relay::params);
  }

  @Override
  public RelayResult<List<Credential>> credentials() throws IOException {
    return way.through(relay::credentials);
  }

  @Override
  public RelayResult<Answer> make(Shown shown, Bytes change) throws IOException {
    return way.through(() -> relay.make(shown, change));
  }

  @Override
  public RelayResult<Answer> change(Shown shown, Bytes change, Bytes password) throws IOException {
    return way.through(() -> relay.change(shown, change, password));
  }

  @Override
  public RelayResult<Answer> look(Shown shown) throws IOException {
    return way.through(() -> relay.look(shown));
  }

  @Override
  public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
    return way.through(() -> relay.changes(shown, from));
  }

  @Override
  public RelayResult<Preview> preview(Shown shown, Bytes password) throws IOException {
    return way.through(() -> relay.preview(shown, password));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, Bytes token) throws IOException {
    return way.through(() -> relay.bundles(account, token));
  }
}
