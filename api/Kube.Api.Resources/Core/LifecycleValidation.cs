using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a container's hooks.</summary>
internal static class LifecycleValidation
{
    public static void Check(Lifecycle? lifecycle, FieldPath path, FieldErrors errors)
    {
        Check(lifecycle?.PostStart, path.Child("postStart"), errors);
        Check(lifecycle?.PreStop, path.Child("preStop"), errors);
    }

    private static void Check(LifecycleHandler? handler, FieldPath path, FieldErrors errors)
    {
        if (handler is null)
        {
            return;
        }

        HandlerValidation.CheckOne(path, errors, ("exec", handler.Exec), ("httpGet", handler.HttpGet), ("tcpSocket", handler.TcpSocket), ("sleep", handler.Sleep));
        HandlerValidation.Check(handler.Exec, path.Child("exec"), errors);
        HandlerValidation.Check(handler.HttpGet, path.Child("httpGet"), errors);
        HandlerValidation.Check(handler.TcpSocket, path.Child("tcpSocket"), errors);
        if (handler.Sleep is { Seconds: null or < 0 })
        {
            errors.Invalid(path.Child("sleep"), handler.Sleep.Seconds ?? 0, "must be a non-negative integer");
        }
    }
}
