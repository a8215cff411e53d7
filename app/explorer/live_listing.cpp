// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/live_listing.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// Where the path before a parameter is no list. The first that fits and whose parameters are all in the operation.
struct Exception
{
    QStringView paths; ///< beginning of the operation's path
    ParameterPlace place = ParameterPlace::Path;
    QStringView parameter;
    QStringView listing;
    std::optional<LiveForm> form;
};
constexpr Exception exceptions[] = {
    {u"/v1/", ParameterPlace::Path, u"org", u"/v1/me/orgs", {}},
    {u"/v1/", ParameterPlace::Path, u"catalog", u"/v1/orgs/{org}/environments", {}},
    {u"/v1/portal/", ParameterPlace::Path, u"app", u"/v1/portal/orgs/{consumerOrg}/apps", {}},
    {u"/v1/", ParameterPlace::Query, u"confirm", u"/v1/orgs/{org}/environments", {}},
    {u"/v1/", ParameterPlace::Query, u"apiId", u"/v1/apimanager/orgs/{org}/apis", {}},
    {u"/v1/", ParameterPlace::Query, u"apiIdentifier", u"/v1/orgs/{org}/environments/{catalog}/apis", {}},
    {u"/v1/", ParameterPlace::Query, u"product", u"/v1/orgs/{org}/environments/{catalog}/products", {}},
    {u"/v1/", ParameterPlace::Query, u"app", u"/v1/orgs/{org}/environments/{catalog}/consumerApps", {}},
    {u"/api/", ParameterPlace::Path, u"org", u"/api/orgs", {}},
    {u"/analytics/", ParameterPlace::Path, u"org", u"/api/orgs", {}},
    {u"/api/", ParameterPlace::Path, u"catalog", u"/api/orgs/{org}/catalogs", {}},
    {u"/analytics/", ParameterPlace::Query, u"catalog_name", u"/api/orgs/{org}/catalogs", {}},
    {u"/api/", ParameterPlace::Path, u"space", u"/api/catalogs/{org}/{catalog}/spaces", {}},
    {u"/api/", ParameterPlace::Path, u"consumerOrg", u"/api/spaces/{org}/{catalog}/{space}/consumer-orgs", {}},
    {u"/api/", ParameterPlace::Path, u"consumerOrg", u"/api/catalogs/{org}/{catalog}/consumer-orgs", {}},
    {u"/api/", ParameterPlace::Path, u"app", u"/api/consumer-orgs/{org}/{catalog}/{space}/{consumerOrg}/apps", {}},
    {u"/api/", ParameterPlace::Path, u"app", u"/api/consumer-orgs/{org}/{catalog}/{consumerOrg}/apps", {}},
    {u"/api/", ParameterPlace::Path, u"registry", u"/api/orgs/{org}/user-registries", {}},
    {u"/api/", ParameterPlace::Query, u"product_url", u"/api/spaces/{org}/{catalog}/{space}/products", LiveForm::Url},
    {u"/api/", ParameterPlace::Query, u"product_url", u"/api/catalogs/{org}/{catalog}/products", LiveForm::Url},
    {u"/api/", ParameterPlace::Query, u"consumer_org_url", u"/api/spaces/{org}/{catalog}/{space}/consumer-orgs",
     LiveForm::Url},
    {u"/api/", ParameterPlace::Query, u"consumer_org_url", u"/api/catalogs/{org}/{catalog}/consumer-orgs",
     LiveForm::Url},
    {u"/api/", ParameterPlace::Query, u"gateway_services",
     u"/api/spaces/{org}/{catalog}/{space}/configured-gateway-services", LiveForm::Name},
    {u"/api/", ParameterPlace::Query, u"gateway_services", u"/api/catalogs/{org}/{catalog}/configured-gateway-services",
     LiveForm::Name},
};

/// Headers that name an organization and a catalog, joined by a dot.
struct Context
{
    QStringView header;
    QStringView catalog; ///< path of the operation that shows a catalog
};
constexpr Context contexts[] = {
    {u"X-IBM-APIManagement-Context", u"/v1/orgs/{org}/environments/{catalog}"},
    {u"X-IBM-Consumer-Context", u"/api/catalogs/{org}/{catalog}"},
};

QStringList parameterNames(const QString &path)
{
    static const QRegularExpression braces(u"\\{([^{}]*)\\}"_s);
    QStringList names;
    for (auto match = braces.globalMatch(path); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

/// A path with nothing but places where the parameters were, and no slash at the end.
QString shapeOf(QString path)
{
    static const QRegularExpression braces(u"\\{[^{}]*\\}"_s);
    path.replace(braces, u"{}"_s);
    if (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

bool isId(const QString &text)
{
    static const QRegularExpression id(u"^([0-9a-f]{24}|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$"_s);
    return id.match(text).hasMatch();
}

/// The catalogs' examples show what a path wants: an id, a name, or a name with its version.
LiveForm formOf(const OperationParameter &parameter)
{
    if (parameter.name == "version"_L1)
        return LiveForm::Version;
    if (isId(parameter.example))
        return LiveForm::Id;
    return parameter.example.contains(u':') ? LiveForm::NameAndVersion : LiveForm::Name;
}

const OperationParameter *parameterOf(const Operation &operation, const QString &name)
{
    const auto found =
        std::find_if(operation.parameters.cbegin(), operation.parameters.cend(), [&name](const auto &parameter) {
            return parameter.name == name || toText(parameter.place) + u':' + parameter.name == name;
        });
    return found == operation.parameters.cend() ? nullptr : &*found;
}

QString filledValue(const QList<NamedValue> &filled, const QString &place, const QString &name)
{
    for (const NamedValue &value : filled) {
        if (value.name == name || value.name == place + u':' + name)
            return value.value;
    }
    return {};
}

tl::unexpected<Error> fillFirst(const QString &name)
{
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The values depend on “%1”, which is still empty.").arg(name),
                QCoreApplication::translate("acx", "Fill in “%1” first.").arg(name));
}

/// Queries and headers of the listing that it needs, or that the person filled in for the operation too.
Status takeOthers(LiveListing &listing, const QList<NamedValue> &filled)
{
    for (const OperationParameter &parameter : std::as_const(listing.operation.parameters)) {
        const bool isHeader = parameter.place == ParameterPlace::Header;
        if (parameter.place == ParameterPlace::Path || (!isHeader && !parameter.required))
            continue;
        const QString value = filledValue(filled, toText(parameter.place), parameter.name);
        if (value.isEmpty() && parameter.required)
            return fillFirst(parameter.name);
        if (!value.isEmpty())
            listing.values.append({toText(parameter.place) + u':' + parameter.name, value});
    }
    return {};
}

/// `names` are the operation's parameters at the places of those of the listing's path.
Result<std::optional<LiveListing>> filledListing(Operation operation, const QStringList &names,
                                                 const QList<NamedValue> &filled, LiveForm form)
{
    LiveListing listing;
    listing.operation = std::move(operation);
    listing.form = form;
    const QStringList own = parameterNames(listing.operation.path);
    for (qsizetype i = 0; i < own.size(); ++i) {
        const QString value = filledValue(filled, u"path"_s, names[i]);
        if (value.isEmpty())
            return fillFirst(names[i]);
        listing.values.append({u"path:"_s + own[i], value});
    }
    if (const Status others = takeOthers(listing, filled); !others)
        return fail(others.error());
    return listing;
}

QString valueIn(LiveForm form, const LiveItem &item)
{
    switch (form) {
    case LiveForm::Id:
        return item.id.isEmpty() ? item.name : item.id;
    case LiveForm::Version:
        return item.version;
    case LiveForm::Url:
        return item.url;
    case LiveForm::NameAndVersion:
        if (!item.name.isEmpty() && !item.version.isEmpty())
            return item.name + u':' + item.version;
        [[fallthrough]];
    case LiveForm::Name:
        return item.name.isEmpty() ? item.id : item.name;
    }
    return {};
}

/// "accountId" and "account_id" stand for an "account"; `isId` is told.
QString nounOf(const QString &name, bool &isId)
{
    static const QRegularExpression ending(u"^(.+?)(?:[_-](?:id|ID|Id)|I[dD])$"_s);
    const QRegularExpressionMatch match = ending.match(name);
    isId = match.hasMatch();
    QString noun = isId ? match.captured(1) : name;
    return noun.remove(u'_').remove(u'-').toLower();
}

bool isPluralOf(const QString &segment, const QString &noun)
{
    const QString word = QString(segment).remove(u'_').remove(u'-').toLower();
    return word == noun + u's' || word == noun + "es"_L1 || (noun.endsWith(u'y') && word == noun.chopped(1) + "ies"_L1);
}

} // namespace

/// What is asked of find().
struct LiveListings::Question
{
    const Operation &operation;
    const OperationParameter &parameter;
    const QList<NamedValue> &filled;
};

LiveListings::LiveListings(OperationCatalog catalog, Queries queries)
    : m_catalog(std::move(catalog))
    , m_queries(queries)
{
    const QList<OperationEntry> &operations = m_catalog.operations();
    for (qsizetype i = 0; i < operations.size(); ++i) {
        if (operations[i].method == "GET" && operations[i].problem.isEmpty())
            m_byPath.insert(shapeOf(operations[i].path), i);
    }
}

std::optional<Operation> LiveListings::listingAt(QString path) const
{
    // What ends with a parameter is one thing, not a list of them.
    const QString shape = shapeOf(std::move(path));
    const auto found = m_byPath.constFind(shape);
    if (found == m_byPath.cend() || shape.endsWith(u'}'))
        return std::nullopt;
    const Result<Operation> operation = OperationCatalog::read(m_catalog.operations()[*found]);
    return operation && operation->base.isEmpty() ? std::optional(*operation) : std::nullopt;
}

Result<std::optional<LiveListing>> LiveListings::before(const Question &question, const QString &name) const
{
    const QString &path = question.operation.path;
    const qsizetype at = path.indexOf(u'{' + name + u'}');
    const QString prefix = path.first(std::max<qsizetype>(at, 0));
    std::optional<Operation> listing = prefix.endsWith(u'/') ? listingAt(prefix) : std::nullopt;
    if (!listing)
        return std::optional<LiveListing>();
    return filledListing(*std::move(listing), parameterNames(prefix), question.filled, formOf(question.parameter));
}

Result<std::optional<LiveListing>> LiveListings::byTable(const Question &question) const
{
    const QStringList available = parameterNames(question.operation.path);
    for (const Exception &exception : exceptions) {
        if (exception.place != question.parameter.place || exception.parameter != question.parameter.name ||
            !question.operation.path.startsWith(exception.paths))
            continue;
        const QStringList needed = parameterNames(exception.listing.toString());
        const bool hasAll = std::all_of(needed.cbegin(), needed.cend(),
                                        [&available](const QString &name) { return available.contains(name); });
        std::optional<Operation> listing = hasAll ? listingAt(exception.listing.toString()) : std::nullopt;
        if (listing)
            return filledListing(*std::move(listing), needed, question.filled,
                                 exception.form.value_or(formOf(question.parameter)));
    }
    return std::optional<LiveListing>();
}

Result<std::optional<LiveListing>> LiveListings::byName(const Question &question) const
{
    bool isId = false;
    const QString noun = nounOf(question.parameter.name, isId);
    const QStringList available = parameterNames(question.operation.path);
    QString nearest; // the path that shares the most of the operation's own parameters
    for (const qsizetype at : m_byPath) {
        const QString &path = m_catalog.operations()[at].path;
        const QStringList needed = parameterNames(path);
        const bool hasAll = std::all_of(needed.cbegin(), needed.cend(),
                                        [&available](const QString &name) { return available.contains(name); });
        const auto rank = [](const QString &each) { return std::pair(parameterNames(each).size(), -each.size()); };
        if (hasAll && path != question.operation.path && isPluralOf(path.section(u'/', -1), noun) &&
            (nearest.isEmpty() || rank(path) > rank(nearest) || (rank(path) == rank(nearest) && path < nearest)))
            nearest = path;
    }
    std::optional<Operation> listing = nearest.isEmpty() ? std::nullopt : listingAt(nearest);
    if (!listing)
        return std::optional<LiveListing>();
    return filledListing(*std::move(listing), parameterNames(nearest), question.filled,
                         isId ? LiveForm::Id : formOf(question.parameter));
}

Result<std::optional<LiveListing>> LiveListings::versionsOf(const Question &question) const
{
    // {name}/{version}, {name}:{version}, {policy}/v{version}
    static const QRegularExpression pair(u"\\{([^{}]+)\\}(?:/|:|/v)\\{version\\}"_s);
    const QRegularExpressionMatch match = pair.match(question.operation.path);
    if (!match.hasMatch())
        return std::optional<LiveListing>();
    const QString name = match.captured(1);
    const QString chosen = filledValue(question.filled, u"path"_s, name);
    Result<std::optional<LiveListing>> listing = before(question, name);
    if (!listing || !*listing)
        return listing;
    if (chosen.isEmpty())
        return fillFirst(name);
    (*listing)->form = LiveForm::Version;
    (*listing)->onlyName = chosen;
    return listing;
}

Result<std::optional<LiveListing>> LiveListings::find(const Operation &operation, const QString &parameter,
                                                      const QList<NamedValue> &filled) const
{
    const OperationParameter *asked = parameterOf(operation, parameter);
    // Other services take other tokens.
    if (!asked || !operation.base.isEmpty())
        return std::optional<LiveListing>();
    const Question question{operation, *asked, filled};
    if (asked->place == ParameterPlace::Path) {
        if (asked->name == "version"_L1)
            return versionsOf(question);
        Result<std::optional<LiveListing>> listing = before(question, asked->name);
        if (!listing || *listing)
            return listing;
    }
    if (m_queries == Queries::ByTable)
        return byTable(question);
    return asked->place == ParameterPlace::Query ? byName(question) : std::optional<LiveListing>();
}

std::optional<Operation> LiveListings::contextOf(const Operation &operation, const QString &parameter) const
{
    const OperationParameter *asked = parameterOf(operation, parameter);
    if (!asked || asked->place != ParameterPlace::Header)
        return std::nullopt;
    for (const Context &context : contexts) {
        const auto found = m_byPath.constFind(shapeOf(context.catalog.toString()));
        if (context.header.compare(asked->name, Qt::CaseInsensitive) != 0 || found == m_byPath.cend())
            continue;
        const Result<Operation> catalog = OperationCatalog::read(m_catalog.operations()[*found]);
        return catalog ? std::optional(*catalog) : std::nullopt;
    }
    return std::nullopt;
}

QList<LiveChoice> choicesOf(const LiveListing &listing, const QList<LiveItem> &items)
{
    QList<LiveChoice> choices;
    QSet<QString> seen;
    for (const LiveItem &item : items) {
        if (!listing.onlyName.isEmpty() && item.name != listing.onlyName && item.id != listing.onlyName)
            continue;
        const QString value = valueIn(listing.form, item);
        if (value.isEmpty() || seen.contains(value))
            continue;
        seen.insert(value);
        choices.append({value, item});
    }
    return choices;
}

} // namespace acx
