using Kube.Api;
using Kube.ApiServer.Admission;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Computed;

/// <summary>A question sent as an object and answered in it. The way to the answer is that of every create: defaults, admission, validation.</summary>
internal sealed class ReviewKind<T>(AdmissionChain admission, Func<T, ApiRequest, ValueTask> answer) : IComputedKind
    where T : class, IResource<T>
{
    public async ValueTask<IKubeObject> CreateAsync(ApiRequest request, IKubeObject obj)
    {
        var resource = request.View;
        resource.Default(obj);
        resource.PrepareForCreate(obj);
        await admission.AdmitAsync(new AdmissionRequest(Operation.Create, resource, request.Namespace, obj.Metadata?.Name, obj, null, request.WriteOptions), request.Cancel);
        var errors = new FieldErrors();
        resource.Validate(obj, errors);
        if (errors.Count > 0)
        {
            throw Failure.Invalid(resource.Info, obj.Metadata?.Name, errors);
        }

        await answer((T)obj, request);
        return obj;
    }

    public ValueTask<IReadOnlyList<IKubeObject>> ReadAsync(ApiRequest request) => throw Failure.MethodNotAllowed();
}
