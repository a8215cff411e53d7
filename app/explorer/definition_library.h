// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/base/secret.h"
#include "app/explorer/definition_document.h"
#include "app/http/http_message.h"
#include "app/operations/definition_changes.h"
#include "app/response/response_body.h"

#include <QFuture>
#include <QObject>
#include <QUuid>

#include <memory>

namespace acx {

class Clock;
class HttpClient;
class SecretStore;

/// Where an opened API definition came from, and is read again.
enum class DefinitionOrigin {
    File,
    Url,    ///< read without any token
    Pasted, ///< cannot be read again
    Answer, ///< of a profile's API Connect; read again with that profile's token
};

/// What an application that subscribed to an API identifies itself with. Both lie in the keychain.
enum class ClientPart { Id, Secret };

/// An API definition that was opened, as it is remembered. Holds neither client id nor secret.
struct Definition
{
    QString id; ///< a UUID without braces; the catalogId of RequestState
    QString title;
    QString version; ///< info.version; may be empty
    DefinitionOrigin origin = DefinitionOrigin::Pasted;
    QString source;                 ///< path of the file or URL, shown to people; empty if it was pasted
    QUuid profile;                  ///< Answer: whose token reads it again
    QByteArray accept;              ///< Answer: the Accept header that it was asked for with
    QUrl base;                      ///< operations are called below it; empty = the person has to give one
    bool ownBase = false;           ///< the person gave it; a re-read keeps it
    QByteArray clientIdHeader;      ///< what the definition calls it, or "X-IBM-Client-Id"
    QByteArray clientSecretHeader;  ///< likewise
    bool wantsClientId = false;     ///< the definition names such a header
    bool wantsClientSecret = false; ///< likewise
    bool hasClientId = false;       ///< one lies in the keychain
    bool hasClientSecret = false;   ///< likewise
    QString clientOrigin;           ///< what the person gave them for (Origin::toString); they go nowhere else
    QDateTime readAt;               ///< UTC
    qint64 size = 0;                ///< bytes of the copy
    qint64 copy = 0;                ///< number of the copy: each reading makes one of its own
    QStringList foreign;            ///< documents elsewhere that it refers to and that were not read, as URLs
    QStringList agreed;             ///< where documents elsewhere are read on the person's word (foreignPlace)
    bool operator==(const Definition &) const = default;
};

/// Where its client id and secret go (Origin::toString); empty without a base URL.
[[nodiscard]] QString clientOriginOf(const Definition &definition);

/// Where an answer came from that is opened as a definition.
struct AnswerSource
{
    QUrl url;
    QUuid profile;
    QByteArray accept; ///< as it was sent
};

struct DefinitionProgress
{
    qint64 received = 0;    ///< bytes
    qint64 expected = -1;   ///< -1 = unknown
    bool isReading = false; ///< everything arrived, and operations are being listed
};

struct OpenOptions
{
    CancelToken cancel;
    std::function<void(const DefinitionProgress &)> progress;
};

/// Headers that a request to a definition's API carries, and where they may go.
struct DefinitionHeaders
{
    HttpHeaders headers;                                ///< the client id
    QList<std::pair<QByteArray, Secret>> secretHeaders; ///< the client secret
    QList<Origin> origins;                              ///< of the definition's base URL only
};

/// The API definitions that a person opened. Each is kept as a copy of the document and a line of an index file
/// (0600 in a folder of 0700, under the person's data folder); its client id and secret lie in the keychain, or in
/// memory for this session only. Documents are read off the thread of the caller. Use it from the thread it was made
/// in.
class DefinitionLibrary final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DefinitionLibrary)

public:
    /// What the library stands on; everything outlives it.
    struct Parts
    {
        HttpClient &http;
        SecretStore &keychain;
        const Clock &clock;
        /// Asks a profile's API Connect for an answer again, with its token.
        std::function<QFuture<Result<ResponseBody>>(const AnswerSource &, const OpenOptions &)> askAgain;
    };
    /// `folder` is made when first written.
    DefinitionLibrary(const QString &folder, Parts parts, QObject *parent = nullptr);
    ~DefinitionLibrary() override;
    /// apiconnect-explorer/definitions in the person's data folder ($XDG_DATA_HOME).
    [[nodiscard]] static QString defaultFolder();

    /// In the order in which they were opened. The index is read at the first call; a damaged one is set aside.
    [[nodiscard]] QList<Definition> list();
    [[nodiscard]] std::optional<Definition> find(const QString &id);
    /// Why the list is not what it was: a damaged index that was set aside, or one that cannot be read. The last of
    /// them, if it was set aside later (noticed).
    [[nodiscard]] std::optional<Error> notice();

    // Opening gives the id. Errors: InvalidInput with line or pointer, TooLarge, Disk, Cancelled, those of HttpClient.
    // The same file, URL or answer opened again takes the place of what was there and keeps its id.
    [[nodiscard]] QFuture<Result<QString>> openFile(const QString &path, const OpenOptions &options = {});
    /// https only, or loopback; no token goes along.
    [[nodiscard]] QFuture<Result<QString>> openUrl(const QUrl &url, const OpenOptions &options = {});
    [[nodiscard]] QFuture<Result<QString>> openText(const QByteArray &text, const OpenOptions &options = {});
    /// An answer of API Connect that is a definition, or that holds one: V10's {"api": …} and {"draft_api": …}.
    [[nodiscard]] QFuture<Result<QString>> openAnswer(const ResponseBody &body, const AnswerSource &source,
                                                      const OpenOptions &options = {});

    /// Its operations; read once and then kept in memory.
    [[nodiscard]] QFuture<Result<OperationCatalog>> catalog(const QString &id);
    /// Reads it from where it came from, and tells what is different. Unsupported for what was pasted.
    [[nodiscard]] QFuture<Result<DefinitionChanges>> reread(const QString &id, const OpenOptions &options = {});
    /// Fetches Definition::foreign and what these refer to at the same places, without any token, and puts it into the
    /// copy; a later re-read does the same. Call it on the person's word only. The Error tells of the first document
    /// that could not be read; the others are used all the same.
    [[nodiscard]] QFuture<Status> readForeign(const QString &id, const OpenOptions &options = {});
    /// Removes client secret and id, proves it by reading, then removes copy and line. An Error when one of them could
    /// not be removed: then the rest stays. What the keychain holds goes also when the line is gone already.
    [[nodiscard]] QFuture<Status> remove(const QString &id);

    /// https only, or loopback; an empty URL goes back to the document's own. Client id and secret go along to a base
    /// that the person gives, but not to one that a document names anew.
    [[nodiscard]] QFuture<Status> setBase(const QString &id, const QUrl &base);
    /// Keeps them for `shownOrigin`, the origin of the base URL that the person saw (clientOriginOf). Unsupported,
    /// and the list is as it is now, if the base URL is at another one by now: another program may have read the
    /// definition again. An empty client id or secret removes it; none leaves it as it is.
    [[nodiscard]] QFuture<Status> setClient(const QString &id, const QString &shownOrigin,
                                            const std::optional<QString> &clientId,
                                            const std::optional<Secret> &clientSecret);
    /// In memory only, gone when the program ends: for a keychain that does not take them. What is not empty comes
    /// before what is kept, goes to the base URL that setClient() was called for, and ends when setClient() keeps or
    /// removes that part.
    void useClientForSession(const QString &id, const QString &clientId, const Secret &clientSecret);
    [[nodiscard]] bool isForSession(const QString &id, ClientPart part) const;
    /// Empty if there is none. Errors: NotFound, those of the keychain.
    [[nodiscard]] QFuture<Result<QString>> clientId(const QString &id);
    /// What goes along with requests to its base URL (see prepareForDefinition).
    [[nodiscard]] QFuture<Result<DefinitionHeaders>> headersFor(const QString &id);
    /// The names of these headers, all of them as secret ones, with empty values: nothing is read from the keychain.
    [[nodiscard]] DefinitionHeaders headerNamesFor(const QString &id);

Q_SIGNALS:
    /// Definitions came, went or are described otherwise.
    void changed();
    /// The index turned out to be damaged when it was changed, and was set aside.
    void noticed(const acx::Error &notice);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
