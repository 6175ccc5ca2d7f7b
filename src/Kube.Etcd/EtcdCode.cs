namespace Kube.Etcd;

/// <summary>How a call ended, in gRPC's numbers.</summary>
public enum EtcdCode
{
    /// <summary>Well.</summary>
    Ok = 0,

    /// <summary>The caller or the server gave it up.</summary>
    Cancelled = 1,

    /// <summary>Nobody knows.</summary>
    Unknown = 2,

    /// <summary>The request makes no sense.</summary>
    InvalidArgument = 3,

    /// <summary>No answer in time.</summary>
    DeadlineExceeded = 4,

    /// <summary>What the request names does not exist (a lease).</summary>
    NotFound = 5,

    /// <summary>What the request makes exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller may not.</summary>
    PermissionDenied = 7,

    /// <summary>A limit was reached: space, requests, or what a watch may buffer.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the server does not allow it.</summary>
    FailedPrecondition = 9,

    /// <summary>Given up because of another request.</summary>
    Aborted = 10,

    /// <summary>A revision that is compacted or of the future.</summary>
    OutOfRange = 11,

    /// <summary>The server does not know the call.</summary>
    Unimplemented = 12,

    /// <summary>The server is broken.</summary>
    Internal = 13,

    /// <summary>No member could be reached, or the one reached has no leader.</summary>
    Unavailable = 14,

    /// <summary>Data was lost.</summary>
    DataLoss = 15,

    /// <summary>The caller did not say who it is.</summary>
    Unauthenticated = 16,
}
