// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_draft.h"

#include <QObject>

namespace acx {

/// Makes requests ready for a profile with hosts of its own.
class PreparedBench : public QObject
{
protected:
    static Endpoints places()
    {
        Endpoints places;
        places.api = QUrl(QStringLiteral("https://api.acme.example/p"));
        places.iam = QUrl(QStringLiteral("https://iam.acme.example"));
        places.login = QUrl(QStringLiteral("https://login.acme.example"));
        places.platform = QUrl(QStringLiteral("https://platform.acme.example"));
        return places;
    }
    Result<PreparedRequest> prepared(const RequestDraft &draft, bool hasClient = false) const
    {
        return prepare(draft, m_catalog.get(DeploymentKind::Custom), places(), hasClient);
    }
    Result<PreparedRequest> prepared(const QString &target) const
    {
        RequestDraft draft;
        draft.target = target;
        return prepared(draft);
    }

    const DeploymentCatalog m_catalog = DeploymentCatalog::load().value();
};

} // namespace acx
