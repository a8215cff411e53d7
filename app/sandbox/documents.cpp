// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/documents.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QString plainYamlValue(QString text)
{
    text = text.trimmed();
    const bool quoted =
        text.size() >= 2 && (text.startsWith(u'"') || text.startsWith(u'\'')) && text.back() == text.front();
    return quoted ? text.sliced(1, text.size() - 2) : text;
}

} // namespace

DocumentInfo infoOf(const QJsonObject &document)
{
    const QJsonObject info = document.value("info"_L1).toObject();
    DocumentInfo result;
    result.name = info.value("x-ibm-name"_L1).toString(info.value("name"_L1).toString());
    result.version = info.value("version"_L1).toString();
    result.title = info.value("title"_L1).toString(result.name);
    return result;
}

QJsonObject readDocument(const QByteArray &text)
{
    if (const QJsonDocument json = QJsonDocument::fromJson(text); json.isObject())
        return json.object();
    QJsonObject info;
    bool inside = false;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        const bool indented = line.startsWith(u' ');
        if (!indented && !line.trimmed().isEmpty())
            inside = line.trimmed() == "info:"_L1;
        const qsizetype colon = line.indexOf(u':');
        if (inside && indented && colon > 0)
            info.insert(line.first(colon).trimmed(), plainYamlValue(line.mid(colon + 1)));
    }
    return {{u"info"_s, info}};
}

Entity &storeDocument(Company &company, const QString &kind, int parent, int space, const QJsonObject &document,
                      const QDateTime &now)
{
    const DocumentInfo info = infoOf(document);
    Entity *known = company.findVersion(kind, parent, info.name, info.version);
    if (!known) {
        Entity entity;
        entity.parent = parent;
        entity.space = space;
        entity.kind = kind;
        entity.name = info.name;
        entity.version = info.version;
        known = &company.add(std::move(entity), now);
    }
    known->title = info.title;
    known->data.insert(u"document"_s, document);
    known->updated = now;
    return *known;
}

QStringList apiReferences(const QJsonObject &product)
{
    QStringList references;
    const QJsonObject apis = product.value("apis"_L1).toObject();
    for (const auto &api : apis)
        references.append(api.toObject().value("name"_L1).toString());
    return references;
}

Entity &stageDraft(Company &company, const Entity &draft, int catalog, int space, const QDateTime &now)
{
    const QJsonObject document = draft.data.value("document"_L1).toObject();
    const QStringList references = apiReferences(document);
    for (const QString &reference : references) {
        const Entity *api = company.find(u"draft_api"_s, draft.parent, reference);
        if (!api)
            continue;
        Entity &stored =
            storeDocument(company, u"api"_s, catalog, space, api->data.value("document"_L1).toObject(), now);
        if (stored.state.isEmpty())
            stored.state = u"stopped"_s;
        for (const auto &member : {u"wsdl"_s, u"wsdl_content"_s}) {
            if (api->data.contains(member))
                stored.data.insert(member, api->data.value(member));
        }
    }
    Entity &product = storeDocument(company, u"product"_s, catalog, space, document, now);
    product.state = u"staged"_s;
    return product;
}

void setProductState(Company &company, Entity &product, const QString &state, const QDateTime &now)
{
    product.state = state;
    product.updated = now;
    if (state != "published"_L1)
        return;
    const QStringList references = apiReferences(product.data.value("document"_L1).toObject());
    for (const QString &reference : references) {
        if (Entity *api = company.find(u"api"_s, product.parent, reference))
            api->state = u"running"_s;
    }
}

} // namespace acx::sandbox
