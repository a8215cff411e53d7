// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/deployment.h"

#include <QList>
#include <QString>

namespace acx {

/// A region as the person chooses it; one entry for each set of host names.
struct RegionItem
{
    QString text;  ///< "Dallas · us-south"
    QString label; ///< as Deployment::findRegion() takes it
};
[[nodiscard]] QList<RegionItem> regionItems(const Deployment &deployment);
/// The entry that a stored label stands for; -1 if none does.
[[nodiscard]] int indexOfRegion(const QList<RegionItem> &items, const Deployment &deployment, const QString &label);
/// The URLs that a deployment uses by itself in this region; empty members where it has none of its own.
[[nodiscard]] Endpoints usualEndpoints(const Deployment &deployment, const QString &region);
/// True where the API host is the person's to give.
[[nodiscard]] bool asksForApiHost(const Deployment &deployment);

} // namespace acx
