// SPDX-License-Identifier: GPL-3.0-or-later
// The first line is the name of a member, the second its value, the rest a Link header.
#include "app/explorer/link_header.h"
#include "app/explorer/links.h"
#include "tests/fuzz/target.h"

using namespace acx;

namespace {

void examine(const QUrl &url)
{
    promise(url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"), "a link is http or https");
    promise(!url.host().isEmpty() && url.userInfo().isEmpty(), "it has a host and no user");
    promise(!url.toEncoded().contains('\n') && !url.toEncoded().contains(' '), "it is one word");
    const QUrl base(QStringLiteral("https://api.example.com/base"));
    Endpoints place;
    place.api = base;
    const bool ours = url.scheme() == QLatin1String("https") && url.host() == QLatin1String("api.example.com") &&
                      url.port(443) == 443;
    promise(isOnProfile(url, place) == ours, "only the very same origin belongs to the profile");
    promise(targetBelow(base, url).isEmpty() || ours, "nothing of another origin lies below the base");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    const qsizetype first = qMax<qsizetype>(bytes.indexOf('\n'), 0);
    const qsizetype second = qMax(bytes.indexOf('\n', first + 1), first);
    const QUrl answer(QStringLiteral("https://api.example.com/base/v1/orgs?limit=2"));
    if (const auto url = linkTarget(QString::fromUtf8(bytes.first(first)),
                                    QString::fromUtf8(bytes.sliced(first, second - first)).trimmed(), answer))
        examine(*url);
    const QByteArray header = bytes.sliced(second);
    (void)readLinkHeader(header);
    for (const HeaderLink &link :
         headerLinks({{QByteArray("Link"), header}, {QByteArray("Location"), bytes.first(first)}}, answer))
        examine(link.url);
    return 0;
}
