// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exchange.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace acx::sandbox {

/// What the back end of one API holds: the items of each list, by its path below the API ("/accounts").
using GatewayData = QMap<QString, QList<QJsonObject>>;

/// An operation of a definition, found by a path.
struct GatewayOperation
{
    QString pathTemplate;
    QJsonObject operation;
    QJsonArray parameters;         ///< references followed
    QMap<QString, QString> values; ///< of the path's parameters
};

struct GatewayMatch
{
    bool hasPath = false;
    std::optional<GatewayOperation> operation; ///< none: not with this method
};

/// The path item with the most literal segments of those that fit.
[[nodiscard]] GatewayMatch matchGatewayPath(const QJsonObject &document, const QString &path, const QByteArray &method);

/// The back end of an API, made from its definition. A list begins with three items that fit its schema.
class GatewayApi final
{
public:
    GatewayApi(QJsonObject document, GatewayData &data)
        : m_document(std::move(document))
        , m_data(data)
    {}

    [[nodiscard]] Response answer(const Request &request, const GatewayOperation &call, const QString &path);

private:
    struct Result
    {
        int status = 200;
        QJsonObject schema; ///< of the body; empty = there is none
        QJsonValue example; ///< the definition's own; undefined = none
    };
    [[nodiscard]] Result resultOf(const QJsonObject &operation) const;
    /// The property that tells the items of the list at `path` apart: what the path of one names, or "id"; empty =
    /// none.
    [[nodiscard]] QString keyOf(const QString &path, const QJsonObject &item) const;
    /// The items of the list at `path`, if the definition has a list there.
    [[nodiscard]] QList<QJsonObject> *listAt(const QString &path);
    [[nodiscard]] Response answerList(const Request &request, const QList<QJsonObject> &items) const;
    [[nodiscard]] Response answerItem(const Request &request, const GatewayOperation &call, QList<QJsonObject> &items,
                                      qsizetype at, const Result &result) const;
    [[nodiscard]] Response create(const Request &request, const QString &path, QList<QJsonObject> &items,
                                  const Result &result) const;
    [[nodiscard]] Response answerAlone(const Request &request, const GatewayOperation &call,
                                       const Result &result) const;

    QJsonObject m_document;
    GatewayData &m_data;
};

} // namespace acx::sandbox
