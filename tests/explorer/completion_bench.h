// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/session_store.h"
#include "app/explorer/completion.h"
#include "app/explorer/request_sender.h"
#include "app/operations/operation_catalog.h"
#include "app/profiles/profile_service.h"
#include "app/tokens/profile_credentials.h"
#include "tests/support/fake_clock.h"
#include "tests/support/searched_folder.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>

namespace acx {

/// LiveValues with everything below them, a profile, and the operations of both shipped catalogs.
class CompletionBench final
{
public:
    CompletionBench();

    /// Makes a profile on an own host the one that asks.
    void useProfile(const Endpoints &endpoints, const Secret &key);
    [[nodiscard]] Operation operation(const QString &id) const;
    [[nodiscard]] QFuture<Result<LiveList>> start(const QString &id, const QString &parameter,
                                                  const QList<NamedValue> &filled = {},
                                                  LiveValues::Freshness freshness = LiveValues::Freshness::Cached);
    [[nodiscard]] Result<LiveList> ask(const QString &id, const QString &parameter,
                                       const QList<NamedValue> &filled = {},
                                       LiveValues::Freshness freshness = LiveValues::Freshness::Cached)
    {
        return waitFor(start(id, parameter, filled, freshness));
    }
    /// A request of the test itself, with the profile's token.
    [[nodiscard]] Result<Exchange> exchange(const QByteArray &method, const QString &target,
                                            const std::optional<QByteArray> &body = std::nullopt,
                                            const QList<QPair<QByteArray, QByteArray>> &headers = {});
    /// The body of its answer.
    [[nodiscard]] QByteArray send(const QByteArray &method, const QString &target,
                                  const std::optional<QByteArray> &body = std::nullopt);

    FakeClock clock;
    Profile profile;

private:
    SearchedFolder m_folder;
    SessionStore m_session;
    ProfileStore m_file;
    DeploymentCatalog m_deployments;
    OperationCatalog m_catalog;
    HttpClient m_http;

public:
    ProfileService profiles;

private:
    ProfileCredentials m_credentials;
    TokenBroker m_broker;
    RequestSender m_sender;

public:
    LiveValues values;
};

/// The values that are filled in, or what went wrong.
[[nodiscard]] QStringList valuesOf(const Result<LiveList> &list);

} // namespace acx
