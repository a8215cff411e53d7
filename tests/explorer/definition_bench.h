// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/credentials/session_store.h"
#include "app/explorer/definition_library.h"
#include "app/http/http_client.h"
#include "tests/explorer/definition_texts.h"
#include "tests/support/searched_folder.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <utility>

namespace acx {

using namespace Qt::StringLiterals;

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline ResponseBody bodyOf(const QByteArray &bytes)
{
    ResponseBody body;
    if (!body.append(bytes))
        qFatal("The body cannot be written.");
    return body;
}

/// A keychain that can be shut, and during whose reading something may happen.
class ShutStore final : public SecretStore
{
public:
    bool isShut = false;
    int reads = 0;
    std::function<void()> atNextRead;
    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QFuture<Result<StoreStatus>> status() override { return m_inner.status(); }
    [[nodiscard]] QFuture<Status> write(const QString &key, const Secret &value) override
    {
        return isShut ? ready<void>(refusal()) : m_inner.write(key, value);
    }
    [[nodiscard]] QFuture<Result<Secret>> read(const QString &key) override
    {
        ++reads;
        if (const std::function<void()> run = std::exchange(atNextRead, {}))
            run();
        return isShut ? ready<Secret>(refusal()) : m_inner.read(key);
    }
    [[nodiscard]] QFuture<Status> remove(const QString &key) override
    {
        return isShut ? ready<void>(refusal()) : m_inner.remove(key);
    }

private:
    static tl::unexpected<Error> refusal() { return fail(ErrorKind::KeychainLocked, u"locked"_s); }
    SessionStore m_inner;
};

/// A library in a fresh folder, with a keychain that can be shut.
class DefinitionBench
{
protected:
    void setUp()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_http = std::make_unique<HttpClient>(m_clock);
        m_home = std::make_unique<SearchedFolder>();
        m_keychain.isShut = false;
        m_asked.clear();
        m_library = library();
    }
    void tearDown()
    {
        m_library.reset();
        m_http.reset();
    }
    std::unique_ptr<DefinitionLibrary> library(const QString &folder = {})
    {
        return std::make_unique<DefinitionLibrary>(
            folder.isEmpty() ? m_home->filePath(u"definitions"_s) : folder,
            DefinitionLibrary::Parts{*m_http, m_keychain, m_clock,
                                     [this](const AnswerSource &source, const OpenOptions &) {
                                         m_asked.append(source.url);
                                         return ready(m_answer);
                                     }});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_home->filePath(name); }
    QString openText(const QByteArray &text)
    {
        const Result<QString> id = waitFor(m_library->openText(text));
        if (!id)
            qFatal("%s", qPrintable(id.error().message()));
        return *id;
    }

    /// For the base URL that the list shows.
    QFuture<Status> setClient(const QString &id, const std::optional<QString> &clientId,
                              const std::optional<Secret> &clientSecret)
    {
        const QString shown = clientOriginOf(m_library->find(id).value_or(Definition()));
        return m_library->setClient(id, shown, clientId, clientSecret);
    }
    [[nodiscard]] bool isInKeychain(const QString &id, const QString &part = u"client-secret"_s)
    {
        return waitFor(m_keychain.read(u"definition/%1/%2"_s.arg(id, part))).has_value();
    }

    SystemClock m_clock;
    ShutStore m_keychain;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<SearchedFolder> m_home;
    std::unique_ptr<DefinitionLibrary> m_library;
    Result<ResponseBody> m_answer = ResponseBody();
    QList<QUrl> m_asked;
};

} // namespace acx
