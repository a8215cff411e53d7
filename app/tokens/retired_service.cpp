// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/retired_service.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace acx {

bool isRetiredHost(const QString &host)
{
    const QString name = host.endsWith(u'.') ? host.chopped(1).toLower() : host.toLower();
    if (name.endsWith(".apiconnect.ibmcloud.com"_L1))
        return true;
    // Reserved instances live below the second domain too, under names of their own.
    return name.endsWith(".apiconnect.cloud.ibm.com"_L1) &&
           (name.startsWith("login.service."_L1) || name.startsWith("apimanager."_L1));
}

Error explainedIfRetired(const Error &error, const QUrl &url)
{
    const bool unreachable = error.kind == ErrorKind::Network || error.kind == ErrorKind::Tls ||
                             error.kind == ErrorKind::Timeout || error.kind == ErrorKind::UnknownOutcome;
    if (!unreachable || !isRetiredHost(url.host()))
        return error;
    Error explained = error;
    explained.sentence =
        QCoreApplication::translate(
            "acx", "IBM closed the API Connect V5 public cloud on 31 July 2023, and %1 cannot be reached.")
            .arg(url.host());
    explained.nextStep = QCoreApplication::translate(
        "acx",
        "The same API key opens API Connect Reserved: choose that deployment, or enter the URLs of another host.");
    explained.technical = QStringList({error.message(), error.technical}).join(u'\n').trimmed();
    return explained;
}

} // namespace acx
