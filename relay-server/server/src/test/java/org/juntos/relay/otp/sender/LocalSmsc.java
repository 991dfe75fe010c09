package org.juntos.relay.otp.sender;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/// A short message centre on this machine: the SMPP library's own server side.
final class LocalSmsc implements AutoCloseable, ServerMessageReceiverListener {
  static final String PASSWORD = "smsc-pw";
  private static final long SECONDS = 10;

  private final int port;
  private final SMPPServerSessionListener listener;
  private final BlockingQueue<SubmitSm> submitted = new LinkedBlockingQueue<>();
  private final AtomicInteger binds = new AtomicInteger();
  private volatile @Nullable SMPPServerSession session;
  private volatile @Nullable BindType bindType;
  private volatile int refusal;

  LocalSmsc() throws IOException {
    this(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
  }

  LocalSmsc(ServerSocket socket) throws IOException {
    port = socket.getLocalPort();
    listener = new SMPPServerSessionListener(port, new Bound(socket));
    listener.setMessageReceiverListener(this);
    Thread.ofVirtual().start(this::accept);
  }

  /// A socket that listens already.
  private record Bound(ServerSocket socket) implements ServerConnectionFactory {
    @Override
    public ServerConnection listen(int port) {
      return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout) {
      return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) {
      return listen(port);
    }
  }

  private void accept() {
    try {
      while (true) {
        var accepted = listener.accept();
        Thread.ofVirtual().start(() -> bind(accepted));
      }
    } catch (IOException _) { // closed
    }
  }

  private void bind(SMPPServerSession accepted) {
    try {
      var request = accepted.waitForBind(TimeUnit.SECONDS.toMillis(SECONDS));
      bindType = request.getBindType();
      if (!PASSWORD.equals(request.getPassword())) {
        request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
        return;
      }
      session = accepted;
      binds.incrementAndGet();
      request.accept("centre");
    } catch (TimeoutException | IOException | PDUStringException failed) {
      accepted.close();
    }
  }

  int port() {
    return port;
  }

  int binds() {
    return binds.get();
  }

  String bindType() {
    return Objects.requireNonNull(bindType).name().replace("BIND_", "");
  }

  /// Answers every message with `status` from now on.
  void refuse(int status) {
    refusal = status;
  }

  /// The next message that was taken.
  SubmitSm next() throws InterruptedException {
    return Objects.requireNonNull(submitted.poll(SECONDS, TimeUnit.SECONDS), "no message came");
  }

  /// Cuts the session off.
  void cut() {
    Objects.requireNonNull(session).close();
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
      throws ProcessRequestException {
    if (refusal != 0) {
      throw new ProcessRequestException("refused", refusal);
    }
    submitted.add(message);
    return result();
  }

  private static SubmitSmResult result() throws ProcessRequestException {
    try {
      return new SubmitSmResult(new MessageId("1"), new OptionalParameter[0]);
    } catch (PDUStringException impossible) {
      throw new ProcessRequestException("no id", SMPPConstant.STAT_ESME_RSYSERR, impossible);
    }
  }

  private static ProcessRequestException unknown() {
    return new ProcessRequestException("unknown", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public void onAcceptCancelSm(CancelSm message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm message, SMPPServerSession source) throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source)
      throws ProcessRequestException {
    throw unknown();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
