using System.Text.Json;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a Secret: some types promise their readers certain keys.</summary>
internal static class SecretValidation
{
    private const string ServiceAccountName = "kubernetes.io/service-account.name";
    private static readonly FieldPath s_data = FieldPath.Of("data");

    public static void Check(Secret secret, FieldErrors errors)
    {
        KeyedDataValidation.CheckKeysAndSize(secret, errors);
        switch (secret.Type)
        {
            case SecretType.KubernetesIoServiceAccountToken:
                FieldRules.Required(secret.Metadata?.Annotations?.GetValueOrDefault(ServiceAccountName),
                    FieldPath.Of("metadata", "annotations").Key(ServiceAccountName), errors);
                break;
            case SecretType.KubernetesIoDockercfg:
                CheckJson(secret, ".dockercfg", errors);
                break;
            case SecretType.KubernetesIoDockerconfigjson:
                CheckJson(secret, ".dockerconfigjson", errors);
                break;
            case SecretType.KubernetesIoBasicAuth:
                if (!Has(secret, "username") && !Has(secret, "password"))
                {
                    CheckKey(secret, "username", errors);
                    CheckKey(secret, "password", errors);
                }

                break;
            case SecretType.KubernetesIoSshAuth:
                if (secret.Data?.GetValueOrDefault("ssh-privatekey") is not { Length: > 0 })
                {
                    errors.Required(s_data.Key("ssh-privatekey"));
                }

                break;
            case SecretType.KubernetesIoTls:
                CheckKey(secret, "tls.crt", errors);
                CheckKey(secret, "tls.key", errors);
                break;
        }
    }

    public static void CheckUpdate(Secret secret, Secret old, FieldErrors errors)
    {
        if (secret.Type != old.Type)
        {
            errors.Immutable(FieldPath.Of("type"), secret.Type);
        }

        KeyedDataValidation.CheckLock(secret, old, errors);
    }

    private static bool Has(Secret secret, string key) => secret.Data?.ContainsKey(key) == true;

    private static void CheckKey(Secret secret, string key, FieldErrors errors)
    {
        if (!Has(secret, key))
        {
            errors.Required(s_data.Key(key));
        }
    }

    private static void CheckJson(Secret secret, string key, FieldErrors errors)
    {
        if (!Has(secret, key))
        {
            errors.Required(s_data.Key(key));
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(secret.Data![key] ?? []);
        }
        catch (JsonException e)
        {
            errors.Invalid(s_data.Key(key), "<secret contents redacted>", e.Message);
        }
    }
}
