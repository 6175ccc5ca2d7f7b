using Kube.Api;
using Kube.Api.Authentication.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.Api.Resources.Authentication;
using Kube.ApiServer.Admission;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.ApiServer.ServiceAccounts;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Subresources;

/// <summary>POST of <c>serviceaccounts/token</c>: a signed token, bound to the account and, where asked for, to an object it lives with.</summary>
internal sealed class TokenSubresource(TokenIssuer issuer, BoundObjects objects, AdmissionChain admission, TimeProvider clock)
{
    private static readonly ResourceInfo s_info = new("authentication.k8s.io", "v1", "TokenRequest", "tokenrequests", Scope.Namespaced);

    public async Task HandleAsync(ApiRequest request)
    {
        var form = ObjectForm.Of(typeof(TokenRequest));
        var body = (TokenRequest)request.Decode(await request.ReadBodyAsync(form), form, s_info.ApiVersion, s_info.Kind);
        CheckPath(request, body.Metadata ??= new ObjectMeta());
        var account = await objects.FindAsync("serviceaccounts", request.Namespace, request.Name, request.Cancel) ?? throw Failure.NotFound(request.View.Info, request.Name);
        TokenRequestValidation.Default(body);
        await admission.AdmitAsync(new AdmissionRequest(Operation.Create, request.View, request.Namespace, request.Name, body, null, request.WriteOptions), request.Cancel);
        var errors = new FieldErrors();
        TokenRequestValidation.Check(body, errors);
        if (errors.Count > 0)
        {
            throw Failure.Invalid(s_info, request.Name, errors);
        }

        await AnswerAsync(request, body, account);
    }

    private static void CheckPath(ApiRequest request, ObjectMeta meta)
    {
        if (!string.IsNullOrEmpty(meta.Name) && meta.Name != request.Name)
        {
            throw Failure.BadRequest("the name of the object does not match the name on the URL");
        }

        if (!string.IsNullOrEmpty(meta.Namespace) && meta.Namespace != request.Namespace)
        {
            throw Failure.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        (meta.Name, meta.Namespace) = (request.Name, request.Namespace);
    }

    private async Task AnswerAsync(ApiRequest request, TokenRequest body, IKubeObject account)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        body.Spec!.Audiences = body.Spec.Audiences is { Count: > 0 } given ? given : [.. issuer.Audiences];
        var claims = await BindAsync(request, body.Spec.BoundObjectRef, new TokenClaims
        {
            Issuer = issuer.Name,
            Id = Guid.NewGuid().ToString(),
            Audiences = body.Spec.Audiences,
            IssuedAt = now,
            Expires = now.AddSeconds(body.Spec.ExpirationSeconds!.Value),
            Namespace = request.Namespace!,
            ServiceAccount = Named(account),
        });
        body.Metadata!.CreationTimestamp = now.UtcDateTime;
        body.Status = new TokenRequestStatus { Token = issuer.Issue(claims), ExpirationTimestamp = claims.Expires.UtcDateTime };
        await Answer.WriteAsync(request.Http, 201, AnswerForm.ChoosePlain(request.Http.Request.Headers.Accept), ApiJson.Serialize(body), request.Cancel);
    }

    private async ValueTask<TokenClaims> BindAsync(ApiRequest request, BoundObjectReference? reference, TokenClaims claims)
    {
        switch (reference)
        {
            case null:
                return claims;
            case { Kind: "Pod", ApiVersion: "v1" }:
                var pod = (Pod)await BoundAsync(request, reference, Pod.Info);
                return pod.Spec?.ServiceAccountName == request.Name
                    ? claims with { Pod = Named(pod), Node = await NodeOfAsync(pod, request.Cancel) }
                    : throw Failure.BadRequest($"cannot bind token for serviceaccount \"{request.Name}\" to pod running with different serviceaccount name.");
            case { Kind: "Secret", ApiVersion: "v1" }:
                return claims with { Secret = Named(await BoundAsync(request, reference, Secret.Info)) };
            case { Kind: "Node", ApiVersion: "v1" }:
                return claims with { Node = Named(await BoundAsync(request, reference, Node.Info)) };
            default:
                throw Failure.BadRequest($"cannot bind token to object of type {reference.ApiVersion}, Kind={reference.Kind}");
        }
    }

    private async ValueTask<IKubeObject> BoundAsync(ApiRequest request, BoundObjectReference reference, ResourceInfo info)
    {
        var found = await objects.FindAsync(info.Plural, info.Namespaced ? request.Namespace : null, reference.Name ?? "", request.Cancel) ?? throw Failure.NotFound(info, reference.Name);
        return string.IsNullOrEmpty(reference.Uid) || reference.Uid == found.Metadata!.Uid
            ? found
            : throw Failure.Conflict(info, reference.Name, $"the UID in the bound object reference ({reference.Uid}) does not match the UID in record. The object might have been deleted and then recreated");
    }

    private async ValueTask<NamedObject?> NodeOfAsync(Pod pod, CancellationToken cancel) =>
        pod.Spec?.NodeName is { Length: > 0 } name && await objects.FindAsync("nodes", null, name, cancel) is { } node ? Named(node) : null;

    private static NamedObject Named(IKubeObject obj) => new(obj.Metadata!.Name!, obj.Metadata.Uid!);
}
