package org.juntos.testkit.relay;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.List;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.SignedWord;
import org.juntos.relay.group.GroupView;
import org.juntos.relay.group.Groups;
import org.juntos.relay.http.OfGroups;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupChange;

/// Groups of an in-process relay.
final class DirectGroups implements GroupApi {
  private final InProcessRelay relay;
  private final DirectApi api;

  DirectGroups(InProcessRelay relay, DirectApi api) {
    this.relay = relay;
    this.api = api;
  }

  private OfGroups roles() {
    return relay.services().ofGroups();
  }

  private Groups groups() {
    return roles().groups();
  }

  @Override
  public RelayResult<SignedWord> params() {
    var signed = roles().params();
    return new RelayResult.Ok<>(new SignedWord(signed.message(), signed.signature()));
  }

  @Override
  public RelayResult<List<Credential>> credentials() throws IOException {
    return api.asDevice(device ->
        Verdict.granted(
            roles().authority().credentials(device.account()).stream()
                .map(one -> new Credential(one.day(), one.response()))
                .toList()));
  }

  @Override
  public RelayResult<Answer> make(Shown shown, Bytes change) throws IOException {
    return Answers.result(
        groups().make(shown(shown, Bytes.EMPTY), parsed(change)).map(DirectGroups::answer));
  }

  @Override
  public RelayResult<Answer> change(Shown shown, Bytes change, Bytes password) throws IOException {
    return Answers.result(
        groups().change(shown(shown, password), parsed(change)).map(DirectGroups::answer));
  }

  @Override
  public RelayResult<Answer> look(Shown shown) throws IOException {
    return Answers.result(groups().read(shown(shown, Bytes.EMPTY)).map(DirectGroups::answer));
  }

  @Override
  public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
    return Answers.result(
        groups()
            .changes(shown(shown, Bytes.EMPTY), from)
            .map(found -> new Changes(found.serialized(), found.more())));
  }

  @Override
  public RelayResult<Preview> preview(Shown shown, Bytes password) throws IOException {
    return Answers.result(
        groups()
            .preview(shown(shown, password))
            .map(seen ->
                new Preview(
                    Bytes.of(seen.state().toByteArray()),
                    seen.head(),
                    seen.state().getLink().getNeedsApproval(),
                    seen.requested())));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, Bytes token) throws IOException {
    var opened = roles().sends().opens(account, token, DirectApi.ADDRESS);
    return switch (opened) {
      case Verdict.Granted<Boolean> _ ->
          Answers.result(
              relay.services().prekeys().handOut(account, account).map(Answers::bundles));
      case Verdict.Refused<Boolean>(var code, var detail, var wait) ->
          Answers.result(Verdict.refused(code, detail, wait));
    };
  }

  private static org.juntos.relay.group.Shown shown(Shown shown, Bytes password) {
    return new org.juntos.relay.group.Shown(
        shown.group(), shown.presentation(), password, DirectApi.ADDRESS);
  }

  private static GroupChange parsed(Bytes change) throws IOException {
    try {
      return GroupChange.parseFrom(change.toArray());
    } catch (InvalidProtocolBufferException malformed) {
      throw new IOException("no change", malformed);
    }
  }

  private static Answer answer(GroupView view) {
    var endorsed = view.endorsed();
    return new Answer(
        Bytes.of(view.state().toByteArray()),
        view.head(),
        endorsed == null ? Bytes.EMPTY : endorsed.response());
  }
}
