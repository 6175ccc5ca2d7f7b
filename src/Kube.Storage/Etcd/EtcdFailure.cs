using Kube.Etcd;

namespace Kube.Storage.Etcd;

/// <summary>etcd's failures in the store's terms.</summary>
internal static class EtcdFailure
{
    public static async Task<T> TranslateAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (EtcdException e)
        {
            throw Of(e);
        }
    }

    public static Exception Of(EtcdException failure) => failure switch
    {
        EtcdCompactedException compacted => new CompactedException(compacted.CompactRevision),
        { Code: EtcdCode.OutOfRange or EtcdCode.InvalidArgument } => new ArgumentException(failure.Message, failure),
        _ => new StoreUnavailableException(failure.Message, !failure.NotSent && failure.Code is EtcdCode.Unavailable or EtcdCode.DeadlineExceeded or EtcdCode.Unknown, failure),
    };
}
