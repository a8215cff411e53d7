// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/encoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

QByteArray formEncoded(const QList<std::pair<QByteArray, QByteArray>> &pairs)
{
    QByteArray out;
    for (const auto &[name, value] : pairs) {
        if (!out.isEmpty())
            out += '&';
        out += name.toPercentEncoding();
        out += '=';
        out += value.toPercentEncoding();
    }
    return out;
}

QByteArray pathSegment(const QString &segment)
{
    return segment.toUtf8().toPercentEncoding();
}

QUrl withPath(const QUrl &base, const QByteArray &encodedPath)
{
    const qsizetype fragment = encodedPath.indexOf('#');
    const QByteArray target = fragment < 0 ? encodedPath : encodedPath.first(fragment);
    const qsizetype mark = target.indexOf('?');
    QByteArray path = mark < 0 ? target : target.first(mark);

    QByteArray basePath = base.path(QUrl::FullyEncoded).toLatin1();
    while (basePath.endsWith('/'))
        basePath.chop(1);
    if (!path.isEmpty() && !path.startsWith('/'))
        path.prepend('/');

    QUrl url = base;
    url.setPath(QString::fromUtf8(basePath + path), QUrl::TolerantMode);
    if (mark >= 0)
        url.setQuery(QString::fromUtf8(target.sliced(mark + 1)), QUrl::TolerantMode);
    url.setFragment({});
    return url;
}

bool hasControlCharacters(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

} // namespace acx
