// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http_front.h"

#include <QCoreApplication>

#include <httplib.h>

#include <arpa/inet.h>
#include <chrono>
#include <dirent.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

constexpr size_t connectionThreads = 96;
constexpr int listenBacklog = 256;
constexpr time_t idleSeconds = 20;
constexpr size_t largestBody = size_t{64} * 1024 * 1024;

QByteArray toBytes(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string toStd(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

bool saneHost(const QByteArray &host)
{
    return !host.isEmpty() && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr(".:[]-_", c);
    });
}

Request toRequest(const httplib::Request &from, const QByteArray &scheme, const QByteArray &ownHost)
{
    Request request;
    request.method = toBytes(from.method == "HEAD" ? "GET" : from.method);
    const QByteArray target = toBytes(from.target);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    if (!request.path.startsWith('/'))
        request.path.prepend('/');
    if (mark >= 0)
        request.query = readForm(QByteArrayView(target).sliced(mark + 1));
    for (const auto &[name, value] : from.headers)
        request.headers.append({toBytes(name).toLower(), toBytes(value)});
    request.hasLength = from.has_header("Content-Length") || from.has_header("Transfer-Encoding");
    const QByteArray host = request.header("host");
    request.origin = scheme + "://" + (saneHost(host) ? host : ownHost);
    return request;
}

void write(const Response &from, httplib::Response &to)
{
    to.status = from.status;
    for (const NamedValue &header : from.headers)
        to.set_header(toStd(header.first), toStd(header.second));
    if (from.stream) {
        to.set_chunked_content_provider(toStd(from.contentType), [next = from.stream](size_t, httplib::DataSink &sink) {
            const QByteArray piece = next();
            if (piece.isEmpty()) {
                sink.done();
                return true;
            }
            return sink.write(piece.constData(), static_cast<size_t>(piece.size()));
        });
    } else if (!from.contentType.isEmpty()) {
        to.set_content(from.body.constData(), static_cast<size_t>(from.body.size()), toStd(from.contentType));
    }
}

/// httplib waits for an idle connection to time out before its threads end. Shutting the sockets down wakes them.
void endConnectionsOf(quint16 port)
{
    DIR *folder = opendir("/dev/fd");
    if (!folder)
        return;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody else reads this stream
    while (const dirent *entry = readdir(folder)) {
        const int descriptor = QByteArrayView(entry->d_name).toInt();
        sockaddr_in address{};
        socklen_t size = sizeof address;
        if (descriptor > 2 && getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    closedir(folder);
}

void readBody(const httplib::Request &from, const httplib::ContentReader &reader, Request &to)
{
    const auto append = [](QByteArray &target) {
        return [&target](const char *data, size_t length) {
            target.append(data, static_cast<qsizetype>(length));
            return true;
        };
    };
    if (!from.is_multipart_form_data()) {
        reader(append(to.body));
        return;
    }
    reader(
        [&to](const httplib::MultipartFormData &part) {
            to.parts.append({toBytes(part.name), toBytes(part.filename), {}});
            return true;
        },
        [&to](const char *data, size_t length) {
            to.parts.last().content.append(data, static_cast<qsizetype>(length));
            return true;
        });
}

} // namespace

class HttpFront::Private
{
public:
    explicit Private(Handler requestHandler)
        : handler(std::move(requestHandler))
    {}

    [[nodiscard]] Request request(const httplib::Request &from) const
    {
        return toRequest(from, scheme, "127.0.0.1:" + QByteArray::number(port));
    }

    void setUp();
    void route();

    Handler handler;
    std::unique_ptr<httplib::Server> server;
    std::thread thread;
    QByteArray scheme = "http"_ba;
    quint16 port = 0;
    int listener = -1;
};

void HttpFront::Private::setUp()
{
    server->set_keep_alive_max_count(1'000'000);
    server->set_keep_alive_timeout(idleSeconds);
    server->set_read_timeout(idleSeconds);
    server->set_payload_max_length(largestBody);
    // Headers and body are written one after the other: without this a small answer waits for a delayed ACK.
    server->set_tcp_nodelay(true);
    server->set_socket_options([this](socket_t descriptor) {
        listener = descriptor;
        // Not SO_REUSEPORT, httplib's default: with it two sandboxes could share a port.
        const int on = 1;
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    server->new_task_queue = [] { return new httplib::ThreadPool(connectionThreads); };
    route();
}

void HttpFront::Private::route()
{
    // What has no body is answered here. httplib would wait for the end of the connection after a DELETE or POST
    // that states no length.
    server->set_pre_routing_handler([this](const httplib::Request &from, httplib::Response &to) {
        Request plain = request(from);
        const bool readsBody =
            from.method == "POST" || from.method == "PUT" || from.method == "PATCH" || from.method == "DELETE";
        if (readsBody && plain.hasLength)
            return httplib::Server::HandlerResponse::Unhandled;
        write(handler(plain), to);
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto withBody = [this](const httplib::Request &from, httplib::Response &to,
                                 const httplib::ContentReader &reader) {
        Request whole = request(from);
        readBody(from, reader, whole);
        if (to.status < 400) // otherwise the body was refused while it was read
            write(handler(whole), to);
    };
    // What httplib refuses by itself (malformed, too large) never reaches the handler and would have no body.
    server->set_error_handler(httplib::Server::Handler([](const httplib::Request &, httplib::Response &to) {
        if (!to.has_header("Date"))
            to.set_content(R"({"error_message":"The request could not be read."})", "application/json");
    }));
    const std::string anything = R"([\s\S]*)";
    server->Post(anything, withBody);
    server->Put(anything, withBody);
    server->Patch(anything, withBody);
    server->Delete(anything, withBody);
}

HttpFront::HttpFront(Handler handler)
    : d(std::make_unique<Private>(std::move(handler)))
{}

HttpFront::~HttpFront()
{
    stop();
}

Result<quint16> HttpFront::start(quint16 port, const std::optional<TlsIdentity> &identity)
{
    if (identity) {
        d->scheme = "https"_ba;
        d->server = std::make_unique<httplib::SSLServer>(identity->certificate.get(), identity->key.handle());
    } else {
        d->server = std::make_unique<httplib::Server>();
    }
    d->setUp();

    const std::string address = "127.0.0.1";
    const int bound = port == 0                                ? d->server->bind_to_any_port(address)
                      : d->server->bind_to_port(address, port) ? port
                                                               : -1;
    if (bound <= 0) {
        d->server.reset();
        return fail(ErrorKind::Network,
                    QCoreApplication::translate("acx", "The sandbox cannot listen on port %1.").arg(port),
                    QCoreApplication::translate("acx", "Choose another port, or 0 for any free one."));
    }
    ::listen(d->listener, listenBacklog); // httplib's own is 5: too few for a burst of clients
    d->port = static_cast<quint16>(bound);
    d->thread = std::thread([server = d->server.get()] { server->listen_after_bind(); });
    while (!d->server->is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return d->port;
}

void HttpFront::stop()
{
    if (!d->server)
        return;
    d->server->stop();
    endConnectionsOf(d->port);
    d->thread.join();
    d->server.reset();
}

} // namespace acx::sandbox
