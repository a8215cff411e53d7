// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/region_items.h"

using namespace Qt::StringLiterals;

namespace acx {

QList<RegionItem> regionItems(const Deployment &deployment)
{
    QList<RegionItem> items;
    for (const Region &region : deployment.regions) {
        if (region.schemes.size() < 2) {
            items += RegionItem{u"%1 · %2"_s.arg(region.place, region.id), region.id};
            continue;
        }
        for (const HostScheme &scheme : region.schemes) {
            items += RegionItem{u"%1 · %2 (%3)"_s.arg(region.place, scheme.label, scheme.endpoints.api.host()),
                                u"%1/%2"_s.arg(scheme.label, scheme.id)};
        }
    }
    return items;
}

int indexOfRegion(const QList<RegionItem> &items, const Deployment &deployment, const QString &label)
{
    const std::optional<RegionChoice> wanted = label.isEmpty() ? std::nullopt : deployment.findRegion(label);
    for (int i = 0; wanted && i < items.size(); ++i) {
        if (deployment.findRegion(items[i].label) == wanted)
            return i;
    }
    return -1;
}

Endpoints usualEndpoints(const Deployment &deployment, const QString &region)
{
    Endpoints all = deployment.endpoints;
    const std::optional<RegionChoice> choice = region.isEmpty() ? std::nullopt : deployment.findRegion(region);
    if (!choice)
        return all;
    for (QUrl Endpoints::*member : {&Endpoints::api, &Endpoints::login, &Endpoints::iam, &Endpoints::platform}) {
        if (const QUrl url = choice->scheme.endpoints.*member; !url.isEmpty())
            all.*member = url;
    }
    return all;
}

bool asksForApiHost(const Deployment &deployment)
{
    return deployment.needsApiHost || deployment.kind == DeploymentKind::Custom;
}

} // namespace acx
