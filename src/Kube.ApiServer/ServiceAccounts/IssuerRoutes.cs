using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.ServiceAccounts;

/// <summary>What others need to verify our tokens themselves: the OpenID configuration and the public keys.</summary>
internal static class IssuerRoutes
{
    private const string KeysPath = "/openid/v1/jwks";

    public static void Add(PathRoutes routes, TokenIssuer issuer, string address)
    {
        var configuration = new JsonObject
        {
            ["issuer"] = issuer.Name,
            ["jwks_uri"] = $"https://{address}{KeysPath}",
            ["response_types_supported"] = new JsonArray("id_token"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray([.. issuer.Keys.Select(k => k.Algorithm).Distinct().Select(a => (JsonNode?)a)]),
        };
        var keys = new JsonObject { ["keys"] = new JsonArray([.. issuer.Keys.Select(k => (JsonNode?)k.PublicJson())]) };
        routes.Add("/.well-known/openid-configuration", Document(configuration, MediaType.Json));
        routes.Add(KeysPath, Document(keys, "application/jwk-set+json"));
    }

    private static PathRoute Document(JsonObject document, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(document.ToJsonString(ApiJson.Options));
        return new PathRoute((http, cancel) => Answer.WriteBytesAsync(http, bytes, type, cancel));
    }
}
