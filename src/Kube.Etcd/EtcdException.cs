namespace Kube.Etcd;

/// <summary>A call to etcd that failed.</summary>
public class EtcdException : Exception
{
    /// <summary>A failure.</summary>
    public EtcdException(EtcdCode code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>What kind of failure.</summary>
    public EtcdCode Code { get; }

    /// <summary>True when the request certainly never reached a member, so that it did nothing. False for a write means: its outcome is unknown unless the code says it was refused.</summary>
    public bool NotSent { get; init; }

    /// <summary>True when another member may do better.</summary>
    internal bool IsTransient => NotSent || Code is EtcdCode.Unavailable or EtcdCode.DeadlineExceeded;
}

/// <summary>The revision a request or a watch starts from is compacted.</summary>
public sealed class EtcdCompactedException(long compactRevision)
    : EtcdException(EtcdCode.OutOfRange, "etcdserver: mvcc: required revision has been compacted")
{
    /// <summary>The revision etcd was compacted to; 0 where it did not say.</summary>
    public long CompactRevision { get; } = compactRevision;
}
