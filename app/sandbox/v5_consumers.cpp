// SPDX-License-Identifier: GPL-3.0-or-later
// Who uses the APIs: consumer organizations, applications and subscriptions; and what a provider organization keeps
// beside its catalogs: members, provider applications, components and secure gateways.
#include "app/sandbox/errors.h"
#include "app/sandbox/v5_answers.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// product = name, name:version or name:version:plan; app = application name.
Response subscriptions(Scope &scope)
{
    const QStringList product = QString::fromUtf8(scope.call.request.queryValue("product")).split(u':');
    const QString app = QString::fromUtf8(scope.call.request.queryValue("app"));
    QList<const Entity *> found = scope.list(u"subscription"_s);
    Company &company = scope.state.company;
    found.removeIf([&](const Entity *subscription) {
        const Entity *bought = company.get(subscription->data.value("product_key"_L1).toInt());
        const Entity *owner = company.above(*subscription, u"app"_s);
        const QStringList actual{bought ? bought->name : QString(), bought ? bought->version : QString(),
                                 subscription->data.value("plan"_L1).toString()};
        for (qsizetype i = 0; i < qMin(product.size(), actual.size()); ++i) {
            if (!product.at(i).isEmpty() && product.at(i) != actual.at(i))
                return true;
        }
        return !app.isEmpty() && (!owner || (owner->name != app && owner->title != app));
    });
    return jsonResponse(200, v5ViewOf(scope).array(found));
}

Response createProviderApp(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    const QString title = body->value("title"_L1).toString();
    const QString name = body->value("name"_L1).toString(v5ShortName(title));
    if (name.isEmpty())
        return v5Error(400, u"providerApp.name.required"_s, u"An application needs a name."_s);
    if (scope.state.company.find(u"provider_app"_s, scope.org->key, name))
        return v5Error(409, u"providerApp.alreadyExists"_s, u"An application with this name exists already."_s);
    Entity app;
    app.parent = scope.org->key;
    app.kind = u"provider_app"_s;
    app.name = name;
    app.title = title.isEmpty() ? name : title;
    QJsonObject runtime;
    for (const auto &member : {u"bluemix"_s, u"liberty"_s}) {
        if (body->contains(member))
            runtime.insert(member, body->value(member));
    }
    app.data.insert(u"v5"_s, runtime);
    return v5Created(scope, scope.state.company.add(std::move(app), scope.state.now()), 200);
}

Response changeProviderApp(Scope &scope)
{
    Entity *app = scope.target(u"provider_app"_s, "providerApp"_ba);
    if (!app)
        return v5NotFound(u"provider_app"_s);
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    app->title = body->value("title"_L1).toString(app->title);
    QJsonObject runtime = app->data.value("v5"_L1).toObject();
    for (const auto &member : {u"bluemix"_s, u"liberty"_s}) {
        QJsonObject merged = runtime.value(member).toObject();
        const QJsonObject wish = body->value(member).toObject();
        for (auto item = wish.begin(); item != wish.end(); ++item)
            merged.insert(item.key(), *item);
        if (!merged.isEmpty())
            runtime.insert(member, merged);
    }
    app->data.insert(u"v5"_s, runtime);
    app->updated = scope.state.now();
    return v5Object(scope, *app);
}

QByteArray encryptedFor(const QByteArray &publicKeyPem, const QByteArray &text)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(
        BIO_new_mem_buf(publicKeyPem.constData(), static_cast<int>(publicKeyPem.size())), &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return {};
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(EVP_PKEY_CTX_new(key.get(), nullptr),
                                                                              &EVP_PKEY_CTX_free);
    QByteArray encrypted(EVP_PKEY_get_size(key.get()), '\0');
    auto length = static_cast<size_t>(encrypted.size());
    const bool done = EVP_PKEY_encrypt_init(context.get()) > 0 &&
                      EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0 &&
                      EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char *>(encrypted.data()), &length,
                                       reinterpret_cast<const unsigned char *>(text.constData()),
                                       static_cast<size_t>(text.size())) > 0;
    return done ? encrypted.first(static_cast<qsizetype>(length)) : QByteArray();
}

/// Hands out the controller's password, encrypted for the public key in the request.
Response encryptProviderApp(Scope &scope)
{
    const Entity *app = scope.target(u"provider_app"_s, "providerApp"_ba);
    if (!app)
        return v5NotFound(u"provider_app"_s);
    const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
    const QByteArray password = encryptedFor(body.value("publicKey"_L1).toString().toUtf8(), "controller-password");
    if (password.isEmpty())
        return v5Error(400, u"providerApp.publicKey.invalid"_s, u"The member publicKey is no RSA public key."_s);
    QJsonObject object = v5ViewOf(scope).object(*app);
    const QJsonObject controller{{u"host"_s, u"controller.example.com"_s},
                                 {u"port"_s, 9443},
                                 {u"username"_s, u"admin"_s},
                                 {u"password"_s, QString::fromLatin1(password.toBase64())}};
    object.insert(u"liberty"_s,
                  QJsonObject{{u"collective"_s, QJsonObject{{u"id"_s, app->id},
                                                            {u"name"_s, app->name},
                                                            {u"controllers"_s, QJsonArray{controller}}}}});
    return jsonResponse(200, object);
}

/// The list shows neither the connection token nor the clients.
Response gateways(Scope &scope)
{
    QJsonArray array;
    const QList<const Entity *> all = scope.list(u"sg_gateway"_s);
    for (const Entity *gateway : all)
        array.append(QJsonObject{{u"_id"_s, gateway->id}, {u"desc"_s, gateway->title}});
    return jsonResponse(200, array);
}

Response createGateway(Scope &scope)
{
    const auto body = scope.call.request.json();
    const QString name = body ? body->value("desc"_L1).toString() : QString();
    if (name.isEmpty())
        return v5Error(400, u"gateway.desc.required"_s, u"A gateway needs a desc."_s);
    Entity gateway;
    gateway.parent = scope.org->key;
    gateway.kind = u"sg_gateway"_s;
    gateway.name = name;
    gateway.title = name;
    gateway.state = u"ENABLED"_s;
    gateway.data.insert(u"jwt"_s, QString::fromLatin1(randomText(32)));
    const Entity &made = scope.state.company.add(std::move(gateway), scope.state.now());
    return jsonResponse(201, QJsonObject{{u"_id"_s, made.id}});
}

Response changeGateway(Scope &scope)
{
    Entity *gateway = scope.target(u"sg_gateway"_s, "gateway"_ba);
    if (!gateway)
        return v5NotFound(u"sg_gateway"_s);
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    gateway->title = body->value("desc"_L1).toString(gateway->title);
    gateway->name = gateway->title;
    if (body->contains("enabled"_L1))
        gateway->state = body->value("enabled"_L1).toBool() ? u"ENABLED"_s : u"DISABLED"_s;
    return v5Object(scope, *gateway);
}

} // namespace

void addV5Consumers(Router &router, State &state)
{
    addV5Twice(router, state, "GET"_ba, "/consumerOrgs"_ba, v5ListOf(u"consumer_org"_s));
    addV5Twice(router, state, "GET"_ba, "/consumerOrgs/{consumerOrg}"_ba,
               [](Scope &scope) { return v5Object(scope, *scope.consumerOrg); });
    addV5Twice(router, state, "GET"_ba, "/consumerApps"_ba, v5ListOf(u"app"_s));
    addV5Twice(router, state, "GET"_ba, "/consumerApps/{app}"_ba,
               [](Scope &scope) { return v5Object(scope, *scope.app); });
    addV5Twice(router, state, "GET"_ba, "/subscriptions"_ba, subscriptions);
    addV5Twice(router, state, "GET"_ba, "/subscriptions/{subscription}"_ba,
               v5Read(u"subscription"_s, "subscription"_ba));
    const auto add = [&](const QByteArray &method, const QByteArray &path, V5Handler handler) {
        addV5(router, state, method, path, std::move(handler));
    };
    const QByteArray org = "/v1/orgs/{org}"_ba;
    const QByteArray app = org + "/provider-apps/{providerApp}";
    // What the lists link to.
    for (const QByteArray &base : {org, org + "/environments/{catalog}/consumerOrgs/{consumerOrg}"}) {
        add("GET"_ba, base + "/members", v5ListOf(u"member"_s));
        add("GET"_ba, base + "/members/{member}", v5Read(u"member"_s, "member"_ba));
    }
    add("GET"_ba, org + "/components", v5ListOf(u"component"_s));
    add("GET"_ba, org + "/provider-apps", v5ListOf(u"provider_app"_s));
    add("POST"_ba, org + "/provider-apps", createProviderApp);
    add("GET"_ba, app, v5Read(u"provider_app"_s, "providerApp"_ba));
    add("PUT"_ba, app, changeProviderApp);
    add("POST"_ba, app + "/encrypt", encryptProviderApp);
    const QByteArray gateway = "/v1/sg/orgs/{org}/gateways"_ba;
    add("GET"_ba, gateway, gateways);
    add("POST"_ba, gateway, createGateway);
    add("GET"_ba, gateway + "/{gateway}", v5Read(u"sg_gateway"_s, "gateway"_ba));
    add("PUT"_ba, gateway + "/{gateway}", changeGateway);
    add("DELETE"_ba, gateway + "/{gateway}", v5Delete(u"sg_gateway"_s, "gateway"_ba, 204));
}

} // namespace acx::sandbox
